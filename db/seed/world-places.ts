/**
 * country | share of accounts in % | time zone | dialling code | state or -,city,postal code,area code,metro[,other spelling]; …
 * The United States have 55 % and a table of their own.
 */
export const worldPlaces = `
CA|4.6|America/Toronto|+1|CA-ON,Toronto,M5H 2N2,416,Toronto;CA-QC,Montréal,H3B 1A7,514,Montréal,Montreal;CA-ON,Hamilton,L8P 1A1,905,Hamilton;CA-ON,Windsor,N9A 1A1,519,Windsor
CA|1.0|America/Vancouver|+1|CA-BC,Vancouver,V6C 1S4,604,Vancouver;CA-AB,Calgary,T2P 1J9,403,Calgary
GB|8.6|Europe/London|+44|GB-ENG,London,EC2A 4NE,20,London;GB-ENG,Birmingham,B3 2DT,121,West Midlands;GB-ENG,Manchester,M2 3AE,161,Greater Manchester;GB-ENG,Leeds,LS1 4AP,113,West Yorkshire;GB-SCT,Glasgow,G2 1DY,141,Glasgow;GB-WLS,Cardiff,CF10 1EP,29,Cardiff;GB-ENG,Sheffield,S1 2HE,114,South Yorkshire
IE|0.9|Europe/Dublin|+353|-,Dublin,D02 X285,1,Dublin;-,Cork,T12 W8KX,21,Cork
DE|9.4|Europe/Berlin|+49|DE-BY,München,80331,89,Munich,Munich;DE-BW,Stuttgart,70173,711,Stuttgart;DE-NW,Düsseldorf,40213,211,Rhine-Ruhr,Dusseldorf;DE-NW,Köln,50667,221,Rhine-Ruhr,Cologne;DE-HH,Hamburg,20095,40,Hamburg;DE-BE,Berlin,10117,30,Berlin;DE-HE,Frankfurt am Main,60311,69,Rhine-Main,Frankfurt;DE-BY,Nürnberg,90402,911,Nuremberg,Nuremberg;DE-SN,Leipzig,04109,341,Leipzig
AT|1.5|Europe/Vienna|+43|AT-9,Wien,1010,1,Vienna,Vienna;AT-4,Linz,4020,732,Linz;AT-6,Graz,8010,316,Graz
CH|1.7|Europe/Zurich|+41|-,Zürich,8001,44,Zurich,Zurich;-,Basel,4001,61,Basel;-,Winterthur,8400,52,Zurich
SE|2.0|Europe/Stockholm|+46|-,Stockholm,111 29,8,Stockholm;-,Göteborg,411 03,31,Gothenburg,Gothenburg;-,Västerås,722 11,21,Västerås
DK|1.2|Europe/Copenhagen|+45|-,København,1050,33,Copenhagen,Copenhagen;-,Aarhus,8000,86,Aarhus
NO|0.9|Europe/Oslo|+47|-,Oslo,0152,22,Oslo;-,Bergen,5003,55,Bergen
FI|0.9|Europe/Helsinki|+358|-,Helsinki,00100,9,Helsinki;-,Tampere,33100,3,Tampere
FR|4.6|Europe/Paris|+33|-,Paris,75008,1,Paris;-,Lyon,69002,4,Lyon;-,Lille,59000,3,Lille;-,Toulouse,31000,5,Toulouse;-,Nantes,44000,2,Nantes
NL|2.4|Europe/Amsterdam|+31|-,Amsterdam,1012 JS,20,Randstad;-,Rotterdam,3011 AA,10,Randstad;-,Eindhoven,5611 CJ,40,Eindhoven
BE|1.4|Europe/Brussels|+32|-,Antwerpen,2000,3,Antwerp,Antwerp;-,Gent,9000,9,Ghent,Ghent;-,Bruxelles,1000,2,Brussels,Brussels
MX|0.9|America/Mexico_City|+52|-,Monterrey,64000,81,Monterrey;-,Querétaro,76000,442,Querétaro,Queretaro;-,Ciudad de México,06600,55,Mexico City,Mexico City
BR|0.9|America/Sao_Paulo|+55|BR-SP,São Paulo,01310-100,11,São Paulo,Sao Paulo;BR-SP,Campinas,13010-040,19,Campinas;BR-SC,Joinville,89201-001,47,Joinville
AU|1.1|Australia/Sydney|+61|AU-NSW,Sydney,2000,2,Sydney;AU-VIC,Melbourne,3000,3,Melbourne
SG|0.5|Asia/Singapore|+65|-,Singapore,048616,6,Singapore
IN|0.9|Asia/Kolkata|+91|IN-MH,Pune,411001,20,Pune;IN-KA,Bengaluru,560001,80,Bengaluru,Bangalore;IN-TN,Chennai,600001,44,Chennai
JP|0.6|Asia/Tokyo|+81|-,Nagoya,460-0008,52,Nagoya;-,Osaka,530-0001,6,Osaka
`;
