import { foldText } from '#lib/shared/text.ts';

/** One industry as stored, its narrower kinds, and other wordings (CRM picklists, NAICS, GICS, LinkedIn) for it. */
export type Industry = { name: string; subIndustries: readonly string[]; synonyms: readonly string[] };

/** name | narrower kinds | other wordings */
const table = `
Accounting | Audit; Tax services | accountancy
Advertising | Advertising agencies; Advertising technology | ad tech; adtech; advertising services
Aerospace and defense | Aircraft; Defense; Space | aerospace; aerospace & defense; aviation & aerospace; defence; defense & space; airlines/aerospace
Agriculture | Crops; Livestock; Fisheries; Agricultural technology | farming; agriculture, forestry, fishing and hunting; agribusiness; agtech
Architecture | Architectural services; Landscape architecture; Interior design | architecture & planning
Arts and recreation | Museums; Performing arts; Fitness; Recreation | arts, entertainment, and recreation; recreation; recreational facilities and services
Banking | Commercial banking; Investment banking; Credit unions | banks; commercial bank
Biotechnology | Diagnostics; Genomics; Therapeutics | biotech; life sciences
Business services | Office services; Outsourcing; Security services; Translation | administrative and support services; outsourcing/offshoring; services; commercial services
Chemicals | Basic chemicals; Specialty chemicals; Plastics | chemical; chemical manufacturing
Construction | Building construction; Civil engineering; Specialty trade contractors | construction & engineering; contractors
Consulting | Management consulting; Technology consulting | management consulting; professional, scientific, and technical services; advisory
Consumer goods | Apparel; Cosmetics; Furniture; Home goods; Toys | consumer products; cpg; consumer packaged goods; apparel; apparel & fashion; consumer staples; consumer discretionary
Consumer services | Personal care; Repair services; Travel agencies | personal services; other services
E-commerce | Marketplaces; Online retail; Subscription commerce | ecommerce; online retail; internet retail
Education | Higher education; Primary and secondary education; Education technology; Training | educational services; edtech; schools; higher ed; education management
Electronics | Consumer electronics; Electronic components; Instruments | electrical/electronic manufacturing; computer and electronic product manufacturing; consumer electronics
Energy | Renewable energy; Power generation; Energy storage | clean technology; cleantech; renewables; renewables & environment
Engineering services | Civil design; Industrial design; Testing laboratories | engineering; mechanical or industrial engineering
Entertainment | Film and television; Music; Sports; Events | motion pictures; media & entertainment; sports
Environmental services | Recycling; Waste management; Water treatment | environmental; waste management; waste management and remediation services
Financial services | Asset management; Capital markets; Financial technology; Lending; Payments | finance; finance and insurance; fintech; financials; investment management; capital markets
Food and beverage | Beverages; Food distribution; Packaged food | food & beverages; food & beverage; food and drink
Gaming | Casinos; Esports; Video games | games; games_video; computer games; gambling & casinos
Government | Federal government; State government; Local government; Public safety | public administration; public sector; government administration
Hardware | Computers and peripherals; Networking equipment; Storage devices | computer hardware; computer networking; technology hardware
Healthcare | Hospitals; Physicians and clinics; Elder care; Health technology; Mental health | health care; health; medical; hospital & health care; health care and social assistance; hospitals; health, wellness and fitness
Hospitality | Hotels; Restaurants; Leisure travel | accommodation and food services; hotels; restaurants; leisure; leisure, travel & tourism
Human resources | Payroll; Recruiting; Staffing | staffing and recruiting; hr; employment; employment services; recruiting
Information services | Data providers; Internet publishing; Search | information; internet; web; search; news
Insurance | Health insurance; Life insurance; Property and casualty insurance; Insurance technology | insurtech; insurance carriers
IT services | Cloud services; Data centers; Managed services; Systems integration | information technology and services; information technology; it; it consulting; managed service provider
Legal | Law firms; Legal services; Legal technology | law; law practice; legal services
Logistics | Freight; Supply chain services; Warehousing; Last-mile delivery | logistics and supply chain; supply chain; shipping; package/freight delivery; transportation and warehousing; warehousing
Manufacturing | Automotive; Food production; Industrial equipment; Machinery; Building products; Fabricated metals; Paper and packaging; Textiles | industrial; industrials; manufacturing - other; industrial manufacturing; production
Marketing | Market research; Marketing agencies; Marketing technology; Public relations | marketing and advertising; marketing services; martech; public relations; public_relations; market research
Media | Broadcasting; Online media; Publishing; Social networks | broadcast media; online media; publishing; social media; communication services; social
Medical devices | Diagnostics equipment; Surgical devices; Wearables | medical device; medical equipment; health care equipment
Mining and metals | Metals; Mining; Quarrying | mining; metals & mining; mining, quarrying, and oil and gas extraction; materials; basic materials
Mobile | Mobile apps; Mobile devices | wireless; mobile apps
Nonprofit | Charities; Foundations; Religious organizations | non-profit; not for profit; nonprofit organization management; philanthropy; religious institutions
Oil and gas | Exploration and production; Pipelines; Refining | oil & energy; oil & gas; petroleum
Pharmaceuticals | Drug manufacturing; Contract research | pharma; pharmaceutical; drugs
Private equity and venture capital | Private equity; Venture capital | venture capital & private equity; venture capital; private equity; vc
Real estate | Commercial real estate; Property management; Residential real estate; Property technology | real estate and rental and leasing; property; proptech; reit
Research | Think tanks; University research | research and development; scientific research; nanotech
Retail | Department stores; Grocery; Specialty retail | retail trade; retailing; supermarkets; stores
Security | Cybersecurity; Physical security | computer & network security; cyber security; cybersecurity; information security
Semiconductors | Chip design; Chip equipment; Foundries | semiconductor; chips
Software | SaaS; Analytics; Developer tools; Enterprise software; Infrastructure software | computer software; software & services; saas; software as a service; application software; enterprise software; enterprise; analytics; software development
Technology | Artificial intelligence; Internet of things; Robotics | tech; high tech; technology, information and internet
Telecommunications | Carriers; Internet service providers; Satellite | telecom; telco; telecommunication services; network_hosting
Transportation | Airlines; Rail; Trucking; Public transit | transport; airlines; airlines/aviation; transportation/trucking/railroad; trucking; maritime; automotive services
Travel | Online travel; Tourism | tourism; travel & tourism
Utilities | Electric utilities; Gas utilities; Water utilities | utility; water; electric utility
Wholesale | Durable goods; Nondurable goods | wholesale trade; distribution; import and export; distributors
`;

function parseRow(line: string): Industry {
  const [name = '', subIndustries = '', synonyms = ''] = line.split(' | ');
  return { name, subIndustries: subIndustries.split('; '), synonyms: synonyms.split('; ') };
}

/** The vocabulary that ships. Values outside it stay as typed. */
export const industries: readonly Industry[] = table.trim().split('\n').map(parseRow);

export const industryNames: readonly string[] = industries.map((entry) => entry.name);
export const subIndustryNames: readonly string[] = industries.flatMap((entry) => entry.subIndustries);

const byWording = new Map(
  industries.flatMap((entry) =>
    [entry.name, ...entry.synonyms].map((word) => [foldText(word), entry.name] as const),
  ),
);
const subByWording = new Map(subIndustryNames.map((name) => [foldText(name), name] as const));

/** The shipped industry that this wording means, or null when the vocabulary does not hold it. */
export function canonicalIndustry(text: string): string | null {
  return byWording.get(foldText(text)) ?? null;
}

/** The shipped sub-industry that this wording means, or null. */
export function canonicalSubIndustry(text: string): string | null {
  return subByWording.get(foldText(text)) ?? null;
}
