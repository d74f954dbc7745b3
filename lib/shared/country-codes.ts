/** ISO 3166-1: alpha-2 and alpha-3 codes, by sales region. Caribbean and Mexico count as LATAM, Central Asia as EMEA. */
export const regionTables = {
  NA: 'BM BMU CA CAN PM SPM US USA UM UMI',
  LATAM: `AG ATG AI AIA AR ARG AW ABW BB BRB BL BLM BO BOL BQ BES BR BRA BS BHS BZ BLZ CL CHL CO COL CR CRI CU CUB CW CUW
    DM DMA DO DOM EC ECU FK FLK GD GRD GF GUF GP GLP GT GTM GY GUY HN HND HT HTI JM JAM KN KNA KY CYM LC LCA MF MAF MQ MTQ
    MS MSR MX MEX NI NIC PA PAN PE PER PR PRI PY PRY SR SUR SV SLV SX SXM TC TCA TT TTO UY URY VC VCT VE VEN VG VGB VI VIR`,
  EMEA: `AD AND AE ARE AL ALB AM ARM AO AGO AT AUT AX ALA AZ AZE BA BIH BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BW BWA
    BY BLR CD COD CF CAF CG COG CH CHE CI CIV CM CMR CV CPV CY CYP CZ CZE DE DEU DJ DJI DK DNK DZ DZA EE EST EG EGY EH ESH
    ER ERI ES ESP ET ETH FI FIN FO FRO FR FRA GA GAB GB GBR GE GEO GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN GQ GNQ GR GRC
    GW GNB HR HRV HU HUN IE IRL IL ISR IM IMN IQ IRQ IR IRN IS ISL IT ITA JE JEY JO JOR KE KEN KG KGZ KM COM KW KWT KZ KAZ
    LB LBN LI LIE LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MG MDG MK MKD ML MLI MR MRT MT MLT
    MU MUS MW MWI MZ MOZ NA NAM NE NER NG NGA NL NLD NO NOR OM OMN PL POL PS PSE PT PRT QA QAT RE REU RO ROU RS SRB RU RUS
    RW RWA SA SAU SC SYC SD SDN SE SWE SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SS SSD ST STP SY SYR SZ SWZ
    TD TCD TG TGO TJ TJK TM TKM TN TUN TR TUR TZ TZA UA UKR UG UGA UZ UZB VA VAT XK XKX YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE`,
  APAC: `AF AFG AS ASM AU AUS BD BGD BN BRN BT BTN CC CCK CK COK CN CHN CX CXR FJ FJI FM FSM GU GUM HK HKG ID IDN IN IND
    IO IOT JP JPN KH KHM KI KIR KP PRK KR KOR LA LAO LK LKA MH MHL MM MMR MN MNG MO MAC MP MNP MV MDV MY MYS NC NCL NF NFK
    NP NPL NR NRU NU NIU NZ NZL PF PYF PG PNG PH PHL PK PAK PN PCN PW PLW SB SLB SG SGP TH THA TK TKL TL TLS TO TON TV TUV
    TW TWN VN VNM VU VUT WF WLF WS WSM`,
  none: 'AQ ATA BV BVT GS SGS HM HMD TF ATF',
} as const;

/** Wordings that neither ISO nor the English display names hold, by alpha-2 code; compared without accents and punctuation. */
export const countryWordings: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates'],
  BA: ['Bosnia'],
  BO: ['Plurinational State of Bolivia'],
  BR: ['Brasil'],
  CD: ['DR Congo', 'Democratic Republic of the Congo', 'Congo Kinshasa'],
  CG: ['Republic of the Congo', 'Congo', 'Congo Brazzaville'],
  CH: ['Schweiz', 'Suisse'],
  CI: ['Ivory Coast'],
  CN: ['PR China', 'Peoples Republic of China', 'Mainland China'],
  CV: ['Cabo Verde'],
  CZ: ['Czech Republic'],
  DE: ['Deutschland', 'Federal Republic of Germany'],
  ES: ['España'],
  FM: ['Federated States of Micronesia'],
  GB: ['UK', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  HK: ['Hong Kong SAR', 'Hong Kong SAR China'],
  IE: ['Republic of Ireland', 'Eire'],
  IR: ['Islamic Republic of Iran'],
  IT: ['Italia'],
  KP: ['DPRK'],
  KR: ['Korea', 'Republic of Korea', 'Korea South'],
  LA: ['Lao PDR'],
  MD: ['Republic of Moldova'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  MO: ['Macau', 'Macao'],
  MX: ['México'],
  NL: ['Holland'],
  PS: ['Palestine', 'State of Palestine'],
  RU: ['Russian Federation'],
  SG: ['Republic of Singapore'],
  SY: ['Syrian Arab Republic'],
  SZ: ['Swaziland'],
  TR: ['Turkey', 'Turkiye'],
  TW: ['Taiwan Province of China', 'Taiwan ROC'],
  TZ: ['United Republic of Tanzania'],
  US: ['United States of America', 'America', 'U.S. of A.'],
  VA: ['Holy See', 'Vatican'],
  VE: ['Bolivarian Republic of Venezuela'],
  VN: ['Viet Nam'],
};
