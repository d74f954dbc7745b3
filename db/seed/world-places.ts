/**
 * country | share of accounts in % | time zone | dialling code | state or -,city,postal code,latitude,longitude,area code,metro[,other spelling]; …
 * The United States have 55 % and a table of their own.
 */
export const worldPlaces = `
CA|4.6|America/Toronto|+1|CA-ON,Toronto,M5H 2N2,43.65,-79.38,416,Toronto;CA-QC,Montréal,H3B 1A7,45.50,-73.57,514,Montréal,Montreal;CA-ON,Hamilton,L8P 1A1,43.26,-79.87,905,Hamilton;CA-ON,Windsor,N9A 1A1,42.31,-83.04,519,Windsor
CA|1.0|America/Vancouver|+1|CA-BC,Vancouver,V6C 1S4,49.28,-123.12,604,Vancouver;CA-AB,Calgary,T2P 1J9,51.05,-114.07,403,Calgary
GB|8.6|Europe/London|+44|GB-ENG,London,EC2A 4NE,51.52,-0.08,20,London;GB-ENG,Birmingham,B3 2DT,52.48,-1.90,121,West Midlands;GB-ENG,Manchester,M2 3AE,53.48,-2.24,161,Greater Manchester;GB-ENG,Leeds,LS1 4AP,53.80,-1.55,113,West Yorkshire;GB-SCT,Glasgow,G2 1DY,55.86,-4.25,141,Glasgow;GB-WLS,Cardiff,CF10 1EP,51.48,-3.18,29,Cardiff;GB-ENG,Sheffield,S1 2HE,53.38,-1.47,114,South Yorkshire
IE|0.9|Europe/Dublin|+353|-,Dublin,D02 X285,53.35,-6.26,1,Dublin;-,Cork,T12 W8KX,51.90,-8.47,21,Cork
DE|9.4|Europe/Berlin|+49|DE-BY,München,80331,48.14,11.58,89,Munich,Munich;DE-BW,Stuttgart,70173,48.78,9.18,711,Stuttgart;DE-NW,Düsseldorf,40213,51.23,6.78,211,Rhine-Ruhr,Dusseldorf;DE-NW,Köln,50667,50.94,6.96,221,Rhine-Ruhr,Cologne;DE-HH,Hamburg,20095,53.55,9.99,40,Hamburg;DE-BE,Berlin,10117,52.52,13.40,30,Berlin;DE-HE,Frankfurt am Main,60311,50.11,8.68,69,Rhine-Main,Frankfurt;DE-BY,Nürnberg,90402,49.45,11.08,911,Nuremberg,Nuremberg;DE-SN,Leipzig,04109,51.34,12.37,341,Leipzig
AT|1.5|Europe/Vienna|+43|AT-9,Wien,1010,48.21,16.37,1,Vienna,Vienna;AT-4,Linz,4020,48.31,14.29,732,Linz;AT-6,Graz,8010,47.07,15.44,316,Graz
CH|1.7|Europe/Zurich|+41|-,Zürich,8001,47.37,8.54,44,Zurich,Zurich;-,Basel,4001,47.56,7.59,61,Basel;-,Winterthur,8400,47.50,8.72,52,Zurich
SE|2.0|Europe/Stockholm|+46|-,Stockholm,111 29,59.33,18.07,8,Stockholm;-,Göteborg,411 03,57.71,11.97,31,Gothenburg,Gothenburg;-,Västerås,722 11,59.61,16.55,21,Västerås
DK|1.2|Europe/Copenhagen|+45|-,København,1050,55.68,12.57,33,Copenhagen,Copenhagen;-,Aarhus,8000,56.16,10.20,86,Aarhus
NO|0.9|Europe/Oslo|+47|-,Oslo,0152,59.91,10.75,22,Oslo;-,Bergen,5003,60.39,5.32,55,Bergen
FI|0.9|Europe/Helsinki|+358|-,Helsinki,00100,60.17,24.94,9,Helsinki;-,Tampere,33100,61.50,23.77,3,Tampere
FR|4.6|Europe/Paris|+33|-,Paris,75008,48.87,2.31,1,Paris;-,Lyon,69002,45.76,4.83,4,Lyon;-,Lille,59000,50.63,3.06,3,Lille;-,Toulouse,31000,43.60,1.44,5,Toulouse;-,Nantes,44000,47.22,-1.55,2,Nantes
NL|2.4|Europe/Amsterdam|+31|-,Amsterdam,1012 JS,52.37,4.90,20,Randstad;-,Rotterdam,3011 AA,51.92,4.48,10,Randstad;-,Eindhoven,5611 CJ,51.44,5.48,40,Eindhoven
BE|1.4|Europe/Brussels|+32|-,Antwerpen,2000,51.22,4.40,3,Antwerp,Antwerp;-,Gent,9000,51.05,3.72,9,Ghent,Ghent;-,Bruxelles,1000,50.85,4.35,2,Brussels,Brussels
MX|0.9|America/Mexico_City|+52|-,Monterrey,64000,25.69,-100.32,81,Monterrey;-,Querétaro,76000,20.59,-100.39,442,Querétaro,Queretaro;-,Ciudad de México,06600,19.43,-99.13,55,Mexico City,Mexico City
BR|0.9|America/Sao_Paulo|+55|BR-SP,São Paulo,01310-100,-23.56,-46.65,11,São Paulo,Sao Paulo;BR-SP,Campinas,13010-040,-22.91,-47.06,19,Campinas;BR-SC,Joinville,89201-001,-26.30,-48.85,47,Joinville
AU|1.1|Australia/Sydney|+61|AU-NSW,Sydney,2000,-33.87,151.21,2,Sydney;AU-VIC,Melbourne,3000,-37.81,144.96,3,Melbourne
SG|0.5|Asia/Singapore|+65|-,Singapore,048616,1.28,103.85,6,Singapore
IN|0.9|Asia/Kolkata|+91|IN-MH,Pune,411001,18.52,73.86,20,Pune;IN-KA,Bengaluru,560001,12.97,77.59,80,Bengaluru,Bangalore;IN-TN,Chennai,600001,13.08,80.27,44,Chennai
JP|0.6|Asia/Tokyo|+81|-,Nagoya,460-0008,35.18,136.91,52,Nagoya;-,Osaka,530-0001,34.69,135.50,6,Osaka
`;
