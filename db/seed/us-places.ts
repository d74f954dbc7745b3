/**
 * state | weight | time zone | city,postal code,area code,metro[,other spelling]; …
 * Weights follow each state's share of US companies with a payroll, industrial states a little above it.
 */
export const usPlaces = `
AL|1.5|America/Chicago|Birmingham,35203,205,Birmingham;Huntsville,35801,256,Huntsville
AK|0.2|America/Anchorage|Anchorage,99501,907,Anchorage
AZ|2.1|America/Phoenix|Phoenix,85004,602,Phoenix;Tucson,85701,520,Tucson;Tempe,85281,480,Phoenix
AR|0.9|America/Chicago|Little Rock,72201,501,Little Rock;Fayetteville,72701,479,Northwest Arkansas
CA|11.2|America/Los_Angeles|Los Angeles,90012,213,Los Angeles;San Diego,92101,619,San Diego;San Jose,95113,408,San Francisco Bay;San Francisco,94105,415,San Francisco Bay;Sacramento,95814,916,Sacramento;Fresno,93721,559,Fresno;Irvine,92614,949,Los Angeles
CO|2.1|America/Denver|Denver,80202,303,Denver;Colorado Springs,80903,719,Colorado Springs;Boulder,80302,303,Denver
CT|1.2|America/New_York|Hartford,06103,860,Hartford;Stamford,06901,203,New York
DE|0.4|America/New_York|Wilmington,19801,302,Philadelphia
DC|0.4|America/New_York|Washington,20005,202,Washington
FL|5.6|America/New_York|Miami,33131,305,Miami;Tampa,33602,813,Tampa Bay;Orlando,32801,407,Orlando;Jacksonville,32202,904,Jacksonville
GA|3.3|America/New_York|Atlanta,30303,404,Atlanta;Savannah,31401,912,Savannah;Augusta,30901,706,Augusta
HI|0.3|Pacific/Honolulu|Honolulu,96813,808,Honolulu
ID|0.6|America/Boise|Boise,83702,208,Boise
IL|4.7|America/Chicago|Chicago,60606,312,Chicago;Rockford,61101,815,Rockford;Peoria,61602,309,Peoria;Naperville,60540,630,Chicago;Elgin,60120,847,Chicago
IN|2.9|America/Indiana/Indianapolis|Indianapolis,46204,317,Indianapolis;Fort Wayne,46802,260,Fort Wayne,Ft. Wayne;South Bend,46601,574,South Bend;Elkhart,46516,574,South Bend
IA|1.3|America/Chicago|Des Moines,50309,515,Des Moines;Cedar Rapids,52401,319,Cedar Rapids
KS|1.1|America/Chicago|Wichita,67202,316,Wichita;Overland Park,66210,913,Kansas City
KY|1.5|America/New_York|Louisville,40202,502,Louisville;Lexington,40507,859,Lexington
LA|1.2|America/Chicago|New Orleans,70112,504,New Orleans;Baton Rouge,70801,225,Baton Rouge
ME|0.5|America/New_York|Portland,04101,207,Portland ME
MD|1.7|America/New_York|Baltimore,21202,410,Baltimore;Rockville,20850,301,Washington
MA|3.1|America/New_York|Boston,02110,617,Boston;Worcester,01608,508,Worcester;Cambridge,02139,617,Boston
MI|3.9|America/Detroit|Detroit,48226,313,Detroit;Grand Rapids,49503,616,Grand Rapids;Lansing,48933,517,Lansing;Troy,48084,248,Detroit
MN|2.2|America/Chicago|Minneapolis,55402,612,Minneapolis–St. Paul;Saint Paul,55101,651,Minneapolis–St. Paul,St. Paul;Rochester,55901,507,Rochester MN
MS|0.8|America/Chicago|Jackson,39201,601,Jackson
MO|2.1|America/Chicago|St. Louis,63101,314,St. Louis,Saint Louis;Kansas City,64105,816,Kansas City;Springfield,65806,417,Springfield MO
MT|0.4|America/Denver|Billings,59101,406,Billings
NE|0.8|America/Chicago|Omaha,68102,402,Omaha;Lincoln,68508,402,Lincoln
NV|0.9|America/Los_Angeles|Las Vegas,89101,702,Las Vegas;Reno,89501,775,Reno
NH|0.6|America/New_York|Manchester,03101,603,Boston;Nashua,03060,603,Boston
NJ|3.0|America/New_York|Newark,07102,973,New York;Edison,08817,732,New York;Trenton,08608,609,Trenton
NM|0.5|America/Denver|Albuquerque,87102,505,Albuquerque
NY|5.8|America/New_York|New York,10018,212,New York,New York City;Buffalo,14202,716,Buffalo;Rochester,14604,585,Rochester;Syracuse,13202,315,Syracuse
NC|3.2|America/New_York|Charlotte,28202,704,Charlotte;Raleigh,27601,919,Research Triangle;Greensboro,27401,336,Greensboro
ND|0.3|America/Chicago|Fargo,58102,701,Fargo
OH|4.9|America/New_York|Cleveland,44114,216,Cleveland;Columbus,43215,614,Columbus;Cincinnati,45202,513,Cincinnati;Toledo,43604,419,Toledo;Dayton,45402,937,Dayton;Akron,44308,330,Cleveland
OK|1.0|America/Chicago|Oklahoma City,73102,405,Oklahoma City;Tulsa,74103,918,Tulsa
OR|1.4|America/Los_Angeles|Portland,97204,503,Portland;Eugene,97401,541,Eugene
PA|4.5|America/New_York|Philadelphia,19103,215,Philadelphia;Pittsburgh,15222,412,Pittsburgh;Allentown,18101,610,Lehigh Valley;Erie,16501,814,Erie;Reading,19601,610,Reading
RI|0.4|America/New_York|Providence,02903,401,Providence
SC|1.7|America/New_York|Greenville,29601,864,Greenville;Charleston,29401,843,Charleston
SD|0.3|America/Chicago|Sioux Falls,57104,605,Sioux Falls
TN|2.2|America/Chicago|Nashville,37201,615,Nashville;Memphis,38103,901,Memphis;Chattanooga,37402,423,Chattanooga
TX|8.2|America/Chicago|Houston,77002,713,Houston;Dallas,75201,214,Dallas–Fort Worth;Austin,78701,512,Austin;San Antonio,78205,210,San Antonio;Fort Worth,76102,817,Dallas–Fort Worth,Ft. Worth;El Paso,79901,915,El Paso
UT|1.2|America/Denver|Salt Lake City,84101,801,Salt Lake City;Provo,84601,801,Salt Lake City
VT|0.2|America/New_York|Burlington,05401,802,Burlington
VA|2.6|America/New_York|Richmond,23219,804,Richmond;Norfolk,23510,757,Hampton Roads;Reston,20190,703,Washington
WA|2.3|America/Los_Angeles|Seattle,98101,206,Seattle;Spokane,99201,509,Spokane;Tacoma,98402,253,Seattle
WV|0.4|America/New_York|Charleston,25301,304,Charleston WV
WI|3.1|America/Chicago|Milwaukee,53202,414,Milwaukee;Madison,53703,608,Madison;Green Bay,54301,920,Green Bay;Appleton,54911,920,Green Bay
WY|0.2|America/Denver|Cheyenne,82001,307,Cheyenne
`;
