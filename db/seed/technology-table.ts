/**
 * category | share at 100 employees | change of the share for each tenfold size | product weight;…
 * A product may name the industries that prefer it: `SAP 10 Manufacturing*3`.
 */
export const technologyTable = `
ERP|0.62|0.22|SAP 4 Manufacturing*2.6 Chemicals*2.6 Pharmaceuticals*2.2 Aerospace and defense*2.2;Oracle NetSuite 4 Software*2.5 E-commerce*2;Microsoft Dynamics 365 5;Infor 2 Manufacturing*1.6;Epicor 2 Manufacturing*1.8;IFS 0.8;Odoo 1.5;Sage 2.5;Oracle 2.4
CRM|0.58|0.18|Salesforce 9;HubSpot 5;Microsoft Dynamics CRM 2.5;Zoho CRM 1.5;Pipedrive 1.5
Marketing automation|0.34|0.16|Marketo 2.5;HubSpot Marketing 4;Pardot 2;Mailchimp 3;Eloqua 0.8
Data warehouse|0.20|0.24|Snowflake 5;BigQuery 3;Amazon Redshift 2.5;Azure Synapse 2;Databricks 2.5
Analytics|0.45|0.20|Tableau 4;Power BI 6;Looker 2;Google Analytics 5;Qlik 1.5
Cloud|0.66|0.16|Amazon Web Services 6;Microsoft Azure 6;Google Cloud 3
Collaboration|0.82|0.08|Microsoft 365 8;Google Workspace 4;Slack 4 Software*3;Zoom 4
Customer support|0.28|0.16|Zendesk 4;ServiceNow 2.5;Freshdesk 2;Intercom 1.5 Software*3
Database|0.42|0.18|PostgreSQL 3 Software*2;Microsoft SQL Server 4;Oracle Database 3;MySQL 3;MongoDB 2 Software*2
Developer tools|0.18|0.10|GitHub 5 Software*3;GitLab 2;Jira 5;Jenkins 1.5
E-commerce|0.14|0.05|Shopify 4 Retail*3 E-commerce*3;Magento 2 Retail*2;WooCommerce 2;Salesforce Commerce Cloud 1 Retail*2
HR|0.42|0.20|Workday 3;ADP 4;BambooHR 2.5;UKG 2;SuccessFactors 1.5
Payments|0.20|0.02|Stripe 4 Software*2 E-commerce*2;PayPal 2;Adyen 1;Square 1.5
Security|0.40|0.20|CrowdStrike 2.5;Okta 3;Palo Alto Networks 2.5;Fortinet 2.5;Splunk 1.5
Supply chain|0.16|0.20|Blue Yonder 1.5;Kinaxis 1;Manhattan WMS 1.5 Logistics*2;SAP Ariba 1.5;Coupa 1.2;Körber WMS 0.8
`;
