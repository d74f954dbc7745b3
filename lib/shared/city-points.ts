/**
 * Larger cities, in degrees: country | state or -,name[/other spelling …],latitude,longitude; …
 * States are written as in ISO 3166-2, without the country; a country without them in the table has none in `states.ts`.
 */
export const cityPoints = `
US|AL,Birmingham,33.52,-86.81;AL,Huntsville,34.73,-86.59;AK,Anchorage,61.22,-149.90;
  AZ,Phoenix,33.45,-112.07;AZ,Tucson,32.22,-110.97;AZ,Tempe,33.43,-111.93;AR,Little Rock,34.75,-92.29;
  AR,Fayetteville,36.06,-94.16;CA,Los Angeles,34.05,-118.24;CA,San Diego,32.72,-117.16;
  CA,San Jose,37.34,-121.89;CA,San Francisco,37.79,-122.40;CA,Sacramento,38.58,-121.49;
  CA,Fresno,36.74,-119.79;CA,Irvine,33.68,-117.83;CO,Denver,39.74,-104.99;
  CO,Colorado Springs,38.83,-104.82;CO,Boulder,40.02,-105.28;CT,Hartford,41.77,-72.67;
  CT,Stamford,41.05,-73.54;DE,Wilmington,39.74,-75.55;DC,Washington,38.90,-77.03;FL,Miami,25.77,-80.19;
  FL,Tampa,27.95,-82.46;FL,Orlando,28.54,-81.38;FL,Jacksonville,30.33,-81.66;GA,Atlanta,33.75,-84.39;
  GA,Savannah,32.08,-81.09;GA,Augusta,33.47,-81.97;HI,Honolulu,21.31,-157.86;ID,Boise,43.62,-116.20;
  IL,Chicago,41.88,-87.63;IL,Rockford,42.27,-89.09;IL,Peoria,40.69,-89.59;IL,Naperville,41.77,-88.15;
  IL,Elgin,42.04,-88.28;IN,Indianapolis,39.77,-86.16;IN,Fort Wayne/Ft. Wayne,41.08,-85.14;
  IN,South Bend,41.68,-86.25;IN,Elkhart,41.68,-85.98;IA,Des Moines,41.59,-93.62;
  IA,Cedar Rapids,41.98,-91.67;KS,Wichita,37.69,-97.34;KS,Overland Park,38.98,-94.67;
  KY,Louisville,38.25,-85.76;KY,Lexington,38.05,-84.50;LA,New Orleans,29.95,-90.07;
  LA,Baton Rouge,30.45,-91.19;ME,Portland,43.66,-70.26;MD,Baltimore,39.29,-76.61;
  MD,Rockville,39.08,-77.15;MA,Boston,42.36,-71.06;MA,Worcester,42.26,-71.80;MA,Cambridge,42.37,-71.11;
  MI,Detroit,42.33,-83.05;MI,Grand Rapids,42.96,-85.67;MI,Lansing,42.73,-84.56;MI,Troy,42.56,-83.14;
  MN,Minneapolis,44.98,-93.27;MN,Saint Paul/St. Paul,44.95,-93.09;MN,Rochester,44.02,-92.47;
  MS,Jackson,32.30,-90.18;MO,St. Louis/Saint Louis,38.63,-90.20;MO,Kansas City,39.10,-94.58;
  MO,Springfield,37.21,-93.29;MT,Billings,45.78,-108.50;NE,Omaha,41.26,-95.93;NE,Lincoln,40.81,-96.70;
  NV,Las Vegas,36.17,-115.14;NV,Reno,39.53,-119.81;NH,Manchester,42.99,-71.46;NH,Nashua,42.76,-71.46;
  NJ,Newark,40.74,-74.17;NJ,Edison,40.52,-74.41;NJ,Trenton,40.22,-74.76;NM,Albuquerque,35.08,-106.65;
  NY,New York/New York City,40.75,-73.99;NY,Buffalo,42.89,-78.88;NY,Rochester,43.16,-77.61;
  NY,Syracuse,43.05,-76.15;NC,Charlotte,35.23,-80.84;NC,Raleigh,35.78,-78.64;NC,Greensboro,36.07,-79.79;
  ND,Fargo,46.88,-96.79;OH,Cleveland,41.50,-81.69;OH,Columbus,39.96,-83.00;OH,Cincinnati,39.10,-84.51;
  OH,Toledo,41.65,-83.54;OH,Dayton,39.76,-84.19;OH,Akron,41.08,-81.52;OK,Oklahoma City,35.47,-97.52;
  OK,Tulsa,36.15,-95.99;OR,Portland,45.52,-122.68;OR,Eugene,44.05,-123.09;PA,Philadelphia,39.95,-75.17;
  PA,Pittsburgh,40.44,-80.00;PA,Allentown,40.60,-75.47;PA,Erie,42.13,-80.09;PA,Reading,40.34,-75.93;
  RI,Providence,41.82,-71.41;SC,Greenville,34.85,-82.40;SC,Charleston,32.78,-79.93;
  SD,Sioux Falls,43.55,-96.73;TN,Nashville,36.16,-86.78;TN,Memphis,35.15,-90.05;
  TN,Chattanooga,35.05,-85.31;TX,Houston,29.76,-95.37;TX,Dallas,32.78,-96.80;TX,Austin,30.27,-97.74;
  TX,San Antonio,29.42,-98.49;TX,Fort Worth/Ft. Worth,32.75,-97.33;TX,El Paso,31.76,-106.49;
  UT,Salt Lake City,40.76,-111.89;UT,Provo,40.23,-111.66;VT,Burlington,44.48,-73.21;
  VA,Richmond,37.54,-77.44;VA,Norfolk,36.85,-76.29;VA,Reston,38.96,-77.36;WA,Seattle,47.61,-122.33;
  WA,Spokane,47.66,-117.43;WA,Tacoma,47.25,-122.44;WV,Charleston,38.35,-81.63;WI,Milwaukee,43.04,-87.91;
  WI,Madison,43.07,-89.40;WI,Green Bay,44.51,-88.01;WI,Appleton,44.26,-88.41;WY,Cheyenne,41.14,-104.82;
  AL,Montgomery,32.37,-86.30;AL,Mobile,30.69,-88.04;AZ,Mesa,33.42,-111.83;AZ,Scottsdale,33.49,-111.93;
  AZ,Chandler,33.31,-111.84;CA,Long Beach,33.77,-118.19;CA,Oakland,37.80,-122.27;
  CA,Santa Clara,37.35,-121.96;CA,Sunnyvale,37.37,-122.04;CA,Palo Alto,37.44,-122.14;
  CA,Mountain View,37.39,-122.08;CA,Fremont,37.55,-121.99;CA,Anaheim,33.84,-117.91;
  CA,Pasadena,34.15,-118.14;CA,Burbank,34.18,-118.31;CA,Santa Monica,34.02,-118.49;
  CA,Bakersfield,35.37,-119.02;CA,Riverside,33.95,-117.40;CO,Aurora,39.73,-104.83;
  CO,Fort Collins,40.59,-105.08;CT,New Haven,41.31,-72.92;CT,Bridgeport,41.18,-73.19;
  FL,Fort Lauderdale/Ft. Lauderdale,26.12,-80.14;FL,St. Petersburg,27.77,-82.64;
  FL,Boca Raton,26.37,-80.10;FL,Tallahassee,30.44,-84.28;GA,Alpharetta,34.08,-84.29;
  GA,Columbus,32.46,-84.99;IL,Springfield,39.80,-89.65;IL,Aurora,41.76,-88.32;
  IL,Schaumburg,42.03,-88.08;IN,Evansville,37.97,-87.57;KS,Kansas City,39.11,-94.63;
  KS,Topeka,39.05,-95.68;LA,Shreveport,32.53,-93.75;MA,Springfield,42.10,-72.59;MA,Waltham,42.38,-71.24;
  MD,Bethesda,38.98,-77.09;MD,Columbia,39.20,-76.86;ME,Bangor,44.80,-68.77;MI,Ann Arbor,42.28,-83.74;
  MI,Flint,43.01,-83.69;MN,Duluth,46.79,-92.10;MO,Columbia,38.95,-92.33;MT,Missoula,46.87,-113.99;
  NC,Durham,35.99,-78.90;NC,Winston-Salem/Winston Salem,36.10,-80.24;NC,Wilmington,34.23,-77.94;
  NJ,Jersey City,40.73,-74.08;NJ,Princeton,40.35,-74.66;NM,Santa Fe,35.69,-105.94;
  NV,Henderson,36.04,-114.98;NY,Brooklyn,40.65,-73.95;NY,Albany,42.65,-73.76;
  NY,White Plains,41.03,-73.76;OH,Springfield,39.92,-83.81;OK,Norman,35.22,-97.44;
  OR,Salem,44.94,-123.04;OR,Beaverton,45.49,-122.80;PA,Harrisburg,40.27,-76.88;
  PA,Lancaster,40.04,-76.31;SC,Columbia,34.00,-81.03;SD,Rapid City,44.08,-103.23;
  TN,Knoxville,35.96,-83.92;TX,Plano,33.02,-96.70;TX,Irving,32.81,-96.95;TX,Arlington,32.74,-97.11;
  TX,Frisco,33.15,-96.82;TX,Corpus Christi,27.80,-97.40;TX,Lubbock,33.58,-101.86;UT,Lehi,40.39,-111.85;
  VA,Arlington,38.88,-77.10;VA,Alexandria,38.80,-77.05;VA,Virginia Beach,36.85,-75.98;
  VA,McLean,38.93,-77.18;WA,Bellevue,47.61,-122.20;WA,Redmond,47.67,-122.12;WA,Vancouver,45.63,-122.66;
  PR,San Juan,18.47,-66.11
CA|ON,Toronto,43.65,-79.38;QC,Montréal/Montreal,45.50,-73.57;ON,Hamilton,43.26,-79.87;
  ON,Windsor,42.31,-83.04;BC,Vancouver,49.28,-123.12;AB,Calgary,51.05,-114.07;ON,Ottawa,45.42,-75.70;
  ON,Mississauga,43.59,-79.64;ON,London,42.98,-81.25;ON,Waterloo,43.46,-80.52;ON,Kitchener,43.45,-80.49;
  QC,Québec/Québec City/Quebec City,46.81,-71.21;AB,Edmonton,53.55,-113.49;MB,Winnipeg,49.90,-97.14;
  NS,Halifax,44.65,-63.57;BC,Victoria,48.43,-123.37;SK,Saskatoon,52.13,-106.67;SK,Regina,50.45,-104.61
GB|ENG,London,51.52,-0.08;ENG,Birmingham,52.48,-1.90;ENG,Manchester,53.48,-2.24;ENG,Leeds,53.80,-1.55;
  SCT,Glasgow,55.86,-4.25;WLS,Cardiff,51.48,-3.18;ENG,Sheffield,53.38,-1.47;ENG,Liverpool,53.41,-2.98;
  ENG,Bristol,51.45,-2.59;ENG,Newcastle upon Tyne/Newcastle,54.98,-1.61;ENG,Nottingham,52.95,-1.15;
  ENG,Leicester,52.64,-1.13;ENG,Cambridge,52.21,0.12;ENG,Oxford,51.75,-1.26;ENG,Reading,51.45,-0.97;
  ENG,Coventry,52.41,-1.51;ENG,Southampton,50.90,-1.40;SCT,Edinburgh,55.95,-3.19;
  SCT,Aberdeen,57.15,-2.11;NIR,Belfast,54.60,-5.93
IE|-,Dublin,53.35,-6.26;-,Cork,51.90,-8.47
DE|BY,München/Munich,48.14,11.58;BW,Stuttgart,48.78,9.18;NW,Düsseldorf/Dusseldorf,51.23,6.78;
  NW,Köln/Cologne,50.94,6.96;HH,Hamburg,53.55,9.99;BE,Berlin,52.52,13.40;
  HE,Frankfurt am Main/Frankfurt,50.11,8.68;BY,Nürnberg/Nuremberg,49.45,11.08;SN,Leipzig,51.34,12.37;
  HB,Bremen,53.08,8.80;NI,Hannover/Hanover,52.37,9.73;SN,Dresden,51.05,13.74;NW,Essen,51.46,7.01;
  NW,Dortmund,51.51,7.47;NW,Bonn,50.73,7.10;BW,Karlsruhe,49.01,8.40;BW,Mannheim,49.49,8.47;
  RP,Mainz,50.00,8.27;BY,Augsburg,48.37,10.90;NW,Münster,51.96,7.63
AT|9,Wien/Vienna,48.21,16.37;4,Linz,48.31,14.29;6,Graz,47.07,15.44;5,Salzburg,47.80,13.04;
  7,Innsbruck,47.27,11.39
CH|-,Zürich/Zurich,47.37,8.54;-,Basel,47.56,7.59;-,Winterthur,47.50,8.72;-,Genève/Geneva,46.20,6.14;
  -,Bern/Berne,46.95,7.45;-,Lausanne,46.52,6.63;-,Zug,47.17,8.52
SE|-,Stockholm,59.33,18.07;-,Göteborg/Gothenburg,57.71,11.97;-,Västerås,59.61,16.55;-,Malmö,55.60,13.00
DK|-,København/Copenhagen,55.68,12.57;-,Aarhus,56.16,10.20
NO|-,Oslo,59.91,10.75;-,Bergen,60.39,5.32
FI|-,Helsinki,60.17,24.94;-,Tampere,61.50,23.77;-,Espoo,60.21,24.66
FR|-,Paris,48.87,2.31;-,Lyon,45.76,4.83;-,Lille,50.63,3.06;-,Toulouse,43.60,1.44;-,Nantes,47.22,-1.55;
  -,Marseille/Marseilles,43.30,5.37;-,Bordeaux,44.84,-0.58;-,Strasbourg,48.58,7.75;-,Nice,43.70,7.27;
  -,Grenoble,45.19,5.72;-,Rennes,48.11,-1.68
NL|-,Amsterdam,52.37,4.90;-,Rotterdam,51.92,4.48;-,Eindhoven,51.44,5.48;
  -,Den Haag/The Hague/'s-Gravenhage,52.08,4.31;-,Utrecht,52.09,5.12
BE|-,Antwerpen/Antwerp,51.22,4.40;-,Gent/Ghent,51.05,3.72;-,Bruxelles/Brussels,50.85,4.35
MX|-,Monterrey,25.69,-100.32;-,Querétaro/Queretaro,20.59,-100.39;
  -,Ciudad de México/Mexico City,19.43,-99.13;-,Guadalajara,20.66,-103.35;-,Tijuana,32.51,-117.04;
  -,Puebla,19.04,-98.21;-,León,21.12,-101.68
BR|SP,São Paulo/Sao Paulo,-23.56,-46.65;SP,Campinas,-22.91,-47.06;SC,Joinville,-26.30,-48.85;
  RJ,Rio de Janeiro,-22.91,-43.17;MG,Belo Horizonte,-19.92,-43.94;DF,Brasília,-15.79,-47.88;
  PR,Curitiba,-25.43,-49.27;RS,Porto Alegre,-30.03,-51.22;PE,Recife,-8.05,-34.88;
  BA,Salvador,-12.97,-38.50;CE,Fortaleza,-3.73,-38.52
AU|NSW,Sydney,-33.87,151.21;VIC,Melbourne,-37.81,144.96;QLD,Brisbane,-27.47,153.03;
  WA,Perth,-31.95,115.86;SA,Adelaide,-34.93,138.60;ACT,Canberra,-35.28,149.13;TAS,Hobart,-42.88,147.33;
  NT,Darwin,-12.46,130.84;NSW,Newcastle,-32.93,151.78;QLD,Gold Coast,-28.02,153.40
SG|-,Singapore,1.28,103.85
IN|MH,Pune,18.52,73.86;KA,Bengaluru/Bangalore,12.97,77.59;TN,Chennai,13.08,80.27;
  MH,Mumbai/Bombay,19.08,72.88;DL,New Delhi/Delhi,28.61,77.21;TS,Hyderabad,17.39,78.49;
  WB,Kolkata/Calcutta,22.57,88.36;GJ,Ahmedabad,23.02,72.57;HR,Gurugram/Gurgaon,28.46,77.03;
  UP,Noida,28.54,77.39
JP|-,Nagoya,35.18,136.91;-,Osaka,34.69,135.50;-,Tokyo,35.68,139.69;-,Yokohama,35.44,139.64;
  -,Kyoto,35.01,135.77;-,Fukuoka,33.59,130.40;-,Sapporo,43.06,141.35;-,Kobe,34.69,135.20
ES|-,Madrid,40.42,-3.70;-,Barcelona,41.39,2.17;-,Valencia,39.47,-0.38;-,Sevilla/Seville,37.39,-5.98;
  -,Bilbao,43.26,-2.93;-,Málaga,36.72,-4.42;-,Zaragoza,41.65,-0.88
PT|-,Lisboa/Lisbon,38.72,-9.14;-,Porto/Oporto,41.15,-8.61
IT|-,Roma/Rome,41.90,12.50;-,Milano/Milan,45.46,9.19;-,Torino/Turin,45.07,7.69;
  -,Napoli/Naples,40.85,14.27;-,Bologna,44.49,11.34;-,Firenze/Florence,43.77,11.26;
  -,Genova/Genoa,44.41,8.93
LU|-,Luxembourg/Luxemburg,49.61,6.13
IS|-,Reykjavík,64.15,-21.94
EE|-,Tallinn,59.44,24.75
LV|-,Rīga,56.95,24.11
LT|-,Vilnius,54.69,25.28
PL|-,Warszawa/Warsaw,52.23,21.01;-,Kraków/Cracow,50.06,19.94;-,Wrocław/Wroclaw,51.11,17.04;
  -,Poznań,52.41,16.93;-,Gdańsk,54.35,18.65;-,Łódź/Lodz,51.76,19.46;-,Katowice,50.26,19.02
CZ|-,Praha/Prague,50.08,14.44;-,Brno,49.20,16.61
SK|-,Bratislava,48.15,17.11
HU|-,Budapest,47.50,19.04
RO|-,București/Bucharest,44.43,26.10;-,Cluj-Napoca/Cluj,46.77,23.59
BG|-,Sofia,42.70,23.32
GR|-,Athina/Athens,37.98,23.73;-,Thessaloniki,40.64,22.94
HR|-,Zagreb,45.81,15.98
SI|-,Ljubljana,46.05,14.51
RS|-,Beograd/Belgrade,44.79,20.45
UA|-,Kyiv/Kiev,50.45,30.52;-,Lviv,49.84,24.03
TR|-,İstanbul,41.01,28.98;-,Ankara,39.93,32.86;-,İzmir,38.42,27.14
IL|-,Tel Aviv/Tel Aviv-Yafo/Tel-Aviv,32.09,34.78;-,Jerusalem,31.77,35.22;-,Haifa,32.79,34.99;
  -,Herzliya,32.16,34.84
AE|-,Dubai,25.20,55.27;-,Abu Dhabi,24.45,54.38
SA|-,Riyadh,24.71,46.68;-,Jeddah/Jidda,21.49,39.19
QA|-,Doha,25.29,51.53
KW|-,Kuwait City,29.38,47.99
EG|-,Cairo,30.04,31.24
MA|-,Casablanca,33.57,-7.59
ZA|-,Johannesburg,-26.20,28.05;-,Cape Town,-33.92,18.42;-,Durban,-29.86,31.02;-,Pretoria,-25.75,28.19
NG|-,Lagos,6.52,3.38;-,Abuja,9.06,7.50
KE|-,Nairobi,-1.29,36.82
GH|-,Accra,5.60,-0.19
AR|-,Buenos Aires,-34.60,-58.38;-,Córdoba,-31.42,-64.18
CL|-,Santiago/Santiago de Chile,-33.45,-70.67
CO|-,Bogotá,4.71,-74.07;-,Medellín,6.24,-75.58
PE|-,Lima,-12.05,-77.04
UY|-,Montevideo,-34.90,-56.16
EC|-,Quito,-0.18,-78.47
CR|-,San José,9.93,-84.08
PA|-,Panamá/Panama City,8.98,-79.52
KR|-,Seoul,37.57,126.98;-,Busan,35.18,129.08
CN|-,Beijing,39.90,116.41;-,Shanghai,31.23,121.47;-,Shenzhen,22.54,114.06;-,Guangzhou,23.13,113.26;
  -,Hangzhou,30.27,120.16;-,Chengdu,30.57,104.07;-,Suzhou,31.30,120.59;-,Wuhan,30.59,114.31
HK|-,Hong Kong,22.32,114.17
TW|-,Taipei,25.03,121.57
TH|-,Bangkok,13.76,100.50
MY|-,Kuala Lumpur,3.14,101.69
ID|-,Jakarta,-6.21,106.85
PH|-,Manila,14.60,120.98;-,Makati,14.55,121.02
VN|-,Hanoi,21.03,105.85;-,Ho Chi Minh City/Saigon,10.82,106.63
PK|-,Karachi,24.86,67.00;-,Lahore,31.55,74.34
BD|-,Dhaka,23.81,90.41
LK|-,Colombo,6.93,79.86
NZ|-,Auckland,-36.85,174.76;-,Wellington,-41.29,174.78;-,Christchurch,-43.53,172.64
`;
