/**
 * industry | sub-industry | weight | median employees | sigma | revenue per employee in thousands | fit 0–1 | reply rate of touched accounts | shift of the win odds | words in company names
 * Names of industries are those of the shipped vocabulary.
 */
export const industryTable = `
Manufacturing|Automotive|5.0|330|1.35|290|0.74|0.074|-0.62|Axle,Stampings,Drive Systems,Motor Parts,Powertrain,Driveline,Brake Systems,Chassis,Bearings,Castings,Seating,Auto Components
Manufacturing|Food production|5.0|240|1.30|330|0.86|0.169|0.80|Foods,Provisions,Milling,Bakeries,Dairy,Creamery,Packing,Farms Kitchen,Grain,Preserves,Ingredients,Snack Works
Manufacturing|Industrial equipment|6.0|270|1.35|260|0.88|0.106|0.02|Hydraulics,Pump & Valve,Conveyors,Compressors,Fluid Power,Instruments,Lifting,Boilers,Turbines,Valve Works,Cranes,Process Equipment
Manufacturing|Machinery|5.6|260|1.35|250|0.90|0.141|0.34|Gearworks,Presses,Machinery,Tooling,Springworks,Machine Works,Lathe,Robotics,Cutting Systems,Packaging Lines,Forge,Mechanics
Manufacturing|Building products|2.2|190|1.25|270|0.62|0.082|-0.05|Brick,Glazing,Roofing,Timber Products,Insulation,Flooring,Window Works,Panels
Manufacturing|Fabricated metals|3.1|150|1.20|230|0.66|0.090|0.05|Alloys,Fasteners,Steelworks,Metalcraft,Wire,Coatings,Castings,Sheet Metal
Manufacturing|Paper and packaging|1.8|230|1.25|280|0.64|0.088|0.00|Packaging,Paper,Carton,Corrugated,Labels,Containers
Manufacturing|Textiles|0.9|140|1.20|190|0.45|0.070|-0.15|Textiles,Weaving,Mills,Fabrics,Yarn,Threads
Software|SaaS|7.4|130|1.60|240|0.34|0.078|-0.30|Cloud,Software,Labs,Systems,Apps,Suite,Stack,Works,Logic,Platform
Software|Enterprise software|1.9|210|1.60|250|0.34|0.076|-0.25|Software,Systems,Solutions,Technologies,Logic
Software|Analytics|1.3|90|1.50|230|0.30|0.075|-0.30|Analytics,Data,Insights,Metrics,Signal
Software|Developer tools|1.0|70|1.50|220|0.18|0.060|-0.40|Labs,Code,Build,Runtime,Compiler
Software|Infrastructure software|0.9|140|1.50|240|0.20|0.062|-0.40|Infrastructure,Networks,Compute,Systems,Cloud
Healthcare|Hospitals|3.3|620|1.30|150|0.40|0.085|-0.20|Health,Medical Center,Hospital,Regional Health,Memorial,Health System
Healthcare|Physicians and clinics|3.0|90|1.20|140|0.22|0.078|-0.25|Clinic,Medical Group,Family Care,Physicians,Orthopedics
Healthcare|Elder care|1.5|160|1.10|80|0.20|0.072|-0.25|Senior Living,Home Care,Care Homes,Elder Care
Healthcare|Health technology|1.3|100|1.40|210|0.32|0.085|-0.15|Health Tech,Care Systems,Diagnostics,Medical Data
Financial services|Asset management|2.2|80|1.40|420|0.15|0.055|-0.35|Capital,Asset Management,Partners,Investments,Wealth
Financial services|Financial technology|1.9|110|1.50|260|0.22|0.066|-0.30|Pay,Finance,Ledger,Financial Systems,Credit
Financial services|Lending|1.4|140|1.30|300|0.15|0.055|-0.35|Lending,Mortgage,Finance,Loans
Retail|Specialty retail|3.6|110|1.45|240|0.40|0.080|-0.15|Outfitters,Stores,Supply,Home,Books,Sporting Goods,Hardware
Retail|Grocery|1.6|290|1.35|280|0.55|0.095|0.10|Markets,Grocers,Fresh Market,Food Stores
Retail|Department stores|0.7|520|1.30|230|0.50|0.085|-0.05|Department Stores,Stores,Retail Group
Logistics|Freight|2.4|150|1.30|260|0.58|0.092|0.08|Freight,Cargo,Forwarding,Lines,Haulage
Logistics|Warehousing|1.9|170|1.25|190|0.68|0.104|0.18|Warehousing,Storage,Distribution Centers,Fulfilment
Logistics|Supply chain services|1.4|130|1.35|230|0.66|0.100|0.15|Logistics,Supply Chain,Transport Solutions
Logistics|Last-mile delivery|0.9|120|1.40|160|0.45|0.085|-0.05|Couriers,Delivery,Parcel,Express
Wholesale|Durable goods|2.8|110|1.25|540|0.62|0.092|0.10|Supply,Industrial Supply,Wholesale,Distributors,Trading
Wholesale|Nondurable goods|2.0|120|1.25|560|0.58|0.090|0.08|Distribution,Wholesale Foods,Trading,Supply
Food and beverage|Beverages|1.8|150|1.40|350|0.70|0.120|0.35|Brewing,Beverages,Bottling,Spirits,Roasters
Food and beverage|Packaged food|1.8|190|1.40|320|0.74|0.130|0.42|Kitchens,Foods,Pantry,Snacks
Chemicals|Specialty chemicals|1.7|220|1.35|420|0.62|0.086|0.00|Chemicals,Polymers,Resins,Coatings,Adhesives
Chemicals|Plastics|1.3|180|1.25|290|0.62|0.088|0.02|Plastics,Moldings,Films,Extrusions
Medical devices|Surgical devices|1.4|210|1.40|310|0.56|0.082|-0.05|Surgical,Devices,Instruments,Implants
Medical devices|Diagnostics equipment|1.1|180|1.40|300|0.52|0.080|-0.05|Imaging,Diagnostics,Scanners
Pharmaceuticals|Drug manufacturing|1.5|380|1.50|430|0.50|0.070|-0.12|Pharma,Therapeutics,Laboratories,Biologics
Pharmaceuticals|Contract research|0.7|230|1.40|210|0.28|0.066|-0.20|Research,Clinical,Trials
Electronics|Electronic components|1.8|220|1.40|260|0.66|0.092|0.06|Electronics,Circuits,Sensors,Components,Controls
Electronics|Consumer electronics|0.8|190|1.50|320|0.55|0.080|-0.06|Audio,Devices,Displays,Electronics
Construction|Building construction|1.9|120|1.20|310|0.30|0.064|-0.25|Builders,Construction,Contracting
Construction|Civil engineering|1.1|180|1.25|280|0.30|0.064|-0.22|Civil,Infrastructure,Road & Bridge
Business services|Outsourcing|1.5|160|1.40|110|0.20|0.062|-0.35|Services,Outsourcing,Support,Business Services
Business services|Security services|0.8|210|1.30|70|0.15|0.058|-0.35|Security,Guard Services,Protection
Energy|Renewable energy|1.3|140|1.45|360|0.40|0.076|-0.10|Solar,Wind,Renewables,Energy
Energy|Power generation|0.8|310|1.40|480|0.42|0.072|-0.12|Power,Generation,Energy
Aerospace and defense|Aircraft|0.9|410|1.45|290|0.70|0.078|-0.10|Aerostructures,Aviation,Aero Parts,Avionics
Aerospace and defense|Defense|0.6|420|1.45|280|0.58|0.070|-0.18|Defense Systems,Defense,Optronics
E-commerce|Online retail|1.3|70|1.50|380|0.45|0.086|-0.02|Shop,Direct,Online,Goods
E-commerce|Marketplaces|0.6|90|1.60|300|0.30|0.072|-0.15|Marketplace,Exchange,Market
Insurance|Property and casualty insurance|0.9|330|1.40|420|0.14|0.050|-0.40|Insurance,Mutual,Assurance
`;
