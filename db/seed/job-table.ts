/** function | seniority | weight | titles. Function and seniority as the vocabulary names them. */
export const jobTable = `
general management|c_level|5|Chief Executive Officer;President;Managing Director;CEO
general management|vp|1.5|VP and General Manager;Vice President, Strategy
finance|c_level|4|Chief Financial Officer;CFO
finance|vp|3|VP Finance;Vice President, Finance
finance|director|2.5|Director of Finance;Finance Director;Controller
finance|manager|2.5|Finance Manager;FP&A Manager
finance|staff|1.5|Financial Analyst;Accountant
operations|c_level|3.5|Chief Operating Officer;Chief Supply Chain Officer
operations|vp|5|VP Operations;VP Supply Chain;Vice President, Manufacturing
operations|director|8|Director of Supply Chain;Director of Operations;Plant Director;Director, Demand Planning
operations|manager|10|Supply Chain Manager;Plant Manager;Operations Manager;Production Planning Manager;Logistics Manager
operations|staff|5|Production Planner;Demand Planner;Supply Chain Analyst;Logistics Coordinator
procurement|vp|1.2|VP Procurement
procurement|director|2.5|Director of Procurement;Director of Sourcing
procurement|manager|4|Procurement Manager;Strategic Sourcing Manager;Purchasing Manager
procurement|staff|2|Buyer;Procurement Specialist
it|c_level|3.5|Chief Information Officer;CIO
it|vp|2|VP Information Technology;VP IT
it|director|4|Director of IT;IT Director;Director, Enterprise Applications
it|manager|5|IT Manager;ERP Lead;ERP Manager;Business Systems Manager
it|staff|2.5|Systems Analyst;ERP Analyst
engineering|c_level|1.5|Chief Technology Officer;CTO
engineering|vp|1.8|VP Engineering
engineering|director|2.5|Director of Engineering
engineering|manager|3.5|Engineering Manager;Process Engineering Manager;Controls Engineering Manager
engineering|staff|2.5|Process Engineer;Software Engineer;Controls Engineer
security|director|0.8|Director of Information Security
security|manager|0.8|Security Manager
sales|vp|2|VP Sales;Chief Revenue Officer
sales|director|1.5|Director of Sales
sales|manager|1.5|Sales Manager
marketing|vp|1.2|VP Marketing
marketing|director|1.2|Director of Marketing
marketing|manager|1.5|Marketing Manager
customer success|director|0.6|Director of Customer Success
human resources|vp|0.8|VP People;Chief People Officer
human resources|manager|1.2|HR Manager
legal|director|0.5|General Counsel
product|director|0.9|Director of Product
product|manager|1.2|Product Manager
research|director|0.4|Director of Research
`;
