/**
 * state | weight | time zone | city,postal code,latitude,longitude,area code,metro[,other spelling]; …
 * Weights follow each state's share of US companies with a payroll, industrial states a little above it.
 */
export const usPlaces = `
AL|1.5|America/Chicago|Birmingham,35203,33.52,-86.81,205,Birmingham;Huntsville,35801,34.73,-86.59,256,Huntsville
AK|0.2|America/Anchorage|Anchorage,99501,61.22,-149.90,907,Anchorage
AZ|2.1|America/Phoenix|Phoenix,85004,33.45,-112.07,602,Phoenix;Tucson,85701,32.22,-110.97,520,Tucson;Tempe,85281,33.43,-111.93,480,Phoenix
AR|0.9|America/Chicago|Little Rock,72201,34.75,-92.29,501,Little Rock;Fayetteville,72701,36.06,-94.16,479,Northwest Arkansas
CA|11.2|America/Los_Angeles|Los Angeles,90012,34.05,-118.24,213,Los Angeles;San Diego,92101,32.72,-117.16,619,San Diego;San Jose,95113,37.34,-121.89,408,San Francisco Bay;San Francisco,94105,37.79,-122.40,415,San Francisco Bay;Sacramento,95814,38.58,-121.49,916,Sacramento;Fresno,93721,36.74,-119.79,559,Fresno;Irvine,92614,33.68,-117.83,949,Los Angeles
CO|2.1|America/Denver|Denver,80202,39.74,-104.99,303,Denver;Colorado Springs,80903,38.83,-104.82,719,Colorado Springs;Boulder,80302,40.02,-105.28,303,Denver
CT|1.2|America/New_York|Hartford,06103,41.77,-72.67,860,Hartford;Stamford,06901,41.05,-73.54,203,New York
DE|0.4|America/New_York|Wilmington,19801,39.74,-75.55,302,Philadelphia
DC|0.4|America/New_York|Washington,20005,38.90,-77.03,202,Washington
FL|5.6|America/New_York|Miami,33131,25.77,-80.19,305,Miami;Tampa,33602,27.95,-82.46,813,Tampa Bay;Orlando,32801,28.54,-81.38,407,Orlando;Jacksonville,32202,30.33,-81.66,904,Jacksonville
GA|3.3|America/New_York|Atlanta,30303,33.75,-84.39,404,Atlanta;Savannah,31401,32.08,-81.09,912,Savannah;Augusta,30901,33.47,-81.97,706,Augusta
HI|0.3|Pacific/Honolulu|Honolulu,96813,21.31,-157.86,808,Honolulu
ID|0.6|America/Boise|Boise,83702,43.62,-116.20,208,Boise
IL|4.7|America/Chicago|Chicago,60606,41.88,-87.63,312,Chicago;Rockford,61101,42.27,-89.09,815,Rockford;Peoria,61602,40.69,-89.59,309,Peoria;Naperville,60540,41.77,-88.15,630,Chicago;Elgin,60120,42.04,-88.28,847,Chicago
IN|2.9|America/Indiana/Indianapolis|Indianapolis,46204,39.77,-86.16,317,Indianapolis;Fort Wayne,46802,41.08,-85.14,260,Fort Wayne,Ft. Wayne;South Bend,46601,41.68,-86.25,574,South Bend;Elkhart,46516,41.68,-85.98,574,South Bend
IA|1.3|America/Chicago|Des Moines,50309,41.59,-93.62,515,Des Moines;Cedar Rapids,52401,41.98,-91.67,319,Cedar Rapids
KS|1.1|America/Chicago|Wichita,67202,37.69,-97.34,316,Wichita;Overland Park,66210,38.98,-94.67,913,Kansas City
KY|1.5|America/New_York|Louisville,40202,38.25,-85.76,502,Louisville;Lexington,40507,38.05,-84.50,859,Lexington
LA|1.2|America/Chicago|New Orleans,70112,29.95,-90.07,504,New Orleans;Baton Rouge,70801,30.45,-91.19,225,Baton Rouge
ME|0.5|America/New_York|Portland,04101,43.66,-70.26,207,Portland ME
MD|1.7|America/New_York|Baltimore,21202,39.29,-76.61,410,Baltimore;Rockville,20850,39.08,-77.15,301,Washington
MA|3.1|America/New_York|Boston,02110,42.36,-71.06,617,Boston;Worcester,01608,42.26,-71.80,508,Worcester;Cambridge,02139,42.37,-71.11,617,Boston
MI|3.9|America/Detroit|Detroit,48226,42.33,-83.05,313,Detroit;Grand Rapids,49503,42.96,-85.67,616,Grand Rapids;Lansing,48933,42.73,-84.56,517,Lansing;Troy,48084,42.56,-83.14,248,Detroit
MN|2.2|America/Chicago|Minneapolis,55402,44.98,-93.27,612,Minneapolis–St. Paul;Saint Paul,55101,44.95,-93.09,651,Minneapolis–St. Paul,St. Paul;Rochester,55901,44.02,-92.47,507,Rochester MN
MS|0.8|America/Chicago|Jackson,39201,32.30,-90.18,601,Jackson
MO|2.1|America/Chicago|St. Louis,63101,38.63,-90.20,314,St. Louis,Saint Louis;Kansas City,64105,39.10,-94.58,816,Kansas City;Springfield,65806,37.21,-93.29,417,Springfield MO
MT|0.4|America/Denver|Billings,59101,45.78,-108.50,406,Billings
NE|0.8|America/Chicago|Omaha,68102,41.26,-95.93,402,Omaha;Lincoln,68508,40.81,-96.70,402,Lincoln
NV|0.9|America/Los_Angeles|Las Vegas,89101,36.17,-115.14,702,Las Vegas;Reno,89501,39.53,-119.81,775,Reno
NH|0.6|America/New_York|Manchester,03101,42.99,-71.46,603,Boston;Nashua,03060,42.76,-71.46,603,Boston
NJ|3.0|America/New_York|Newark,07102,40.74,-74.17,973,New York;Edison,08817,40.52,-74.41,732,New York;Trenton,08608,40.22,-74.76,609,Trenton
NM|0.5|America/Denver|Albuquerque,87102,35.08,-106.65,505,Albuquerque
NY|5.8|America/New_York|New York,10018,40.75,-73.99,212,New York,New York City;Buffalo,14202,42.89,-78.88,716,Buffalo;Rochester,14604,43.16,-77.61,585,Rochester;Syracuse,13202,43.05,-76.15,315,Syracuse
NC|3.2|America/New_York|Charlotte,28202,35.23,-80.84,704,Charlotte;Raleigh,27601,35.78,-78.64,919,Research Triangle;Greensboro,27401,36.07,-79.79,336,Greensboro
ND|0.3|America/Chicago|Fargo,58102,46.88,-96.79,701,Fargo
OH|4.9|America/New_York|Cleveland,44114,41.50,-81.69,216,Cleveland;Columbus,43215,39.96,-83.00,614,Columbus;Cincinnati,45202,39.10,-84.51,513,Cincinnati;Toledo,43604,41.65,-83.54,419,Toledo;Dayton,45402,39.76,-84.19,937,Dayton;Akron,44308,41.08,-81.52,330,Cleveland
OK|1.0|America/Chicago|Oklahoma City,73102,35.47,-97.52,405,Oklahoma City;Tulsa,74103,36.15,-95.99,918,Tulsa
OR|1.4|America/Los_Angeles|Portland,97204,45.52,-122.68,503,Portland;Eugene,97401,44.05,-123.09,541,Eugene
PA|4.5|America/New_York|Philadelphia,19103,39.95,-75.17,215,Philadelphia;Pittsburgh,15222,40.44,-80.00,412,Pittsburgh;Allentown,18101,40.60,-75.47,610,Lehigh Valley;Erie,16501,42.13,-80.09,814,Erie;Reading,19601,40.34,-75.93,610,Reading
RI|0.4|America/New_York|Providence,02903,41.82,-71.41,401,Providence
SC|1.7|America/New_York|Greenville,29601,34.85,-82.40,864,Greenville;Charleston,29401,32.78,-79.93,843,Charleston
SD|0.3|America/Chicago|Sioux Falls,57104,43.55,-96.73,605,Sioux Falls
TN|2.2|America/Chicago|Nashville,37201,36.16,-86.78,615,Nashville;Memphis,38103,35.15,-90.05,901,Memphis;Chattanooga,37402,35.05,-85.31,423,Chattanooga
TX|8.2|America/Chicago|Houston,77002,29.76,-95.37,713,Houston;Dallas,75201,32.78,-96.80,214,Dallas–Fort Worth;Austin,78701,30.27,-97.74,512,Austin;San Antonio,78205,29.42,-98.49,210,San Antonio;Fort Worth,76102,32.75,-97.33,817,Dallas–Fort Worth,Ft. Worth;El Paso,79901,31.76,-106.49,915,El Paso
UT|1.2|America/Denver|Salt Lake City,84101,40.76,-111.89,801,Salt Lake City;Provo,84601,40.23,-111.66,801,Salt Lake City
VT|0.2|America/New_York|Burlington,05401,44.48,-73.21,802,Burlington
VA|2.6|America/New_York|Richmond,23219,37.54,-77.44,804,Richmond;Norfolk,23510,36.85,-76.29,757,Hampton Roads;Reston,20190,38.96,-77.36,703,Washington
WA|2.3|America/Los_Angeles|Seattle,98101,47.61,-122.33,206,Seattle;Spokane,99201,47.66,-117.43,509,Spokane;Tacoma,98402,47.25,-122.44,253,Seattle
WV|0.4|America/New_York|Charleston,25301,38.35,-81.63,304,Charleston WV
WI|3.1|America/Chicago|Milwaukee,53202,43.04,-87.91,414,Milwaukee;Madison,53703,43.07,-89.40,608,Madison;Green Bay,54301,44.51,-88.01,920,Green Bay;Appleton,54911,44.26,-88.41,920,Green Bay
WY|0.2|America/Denver|Cheyenne,82001,41.14,-104.82,307,Cheyenne
`;
