/** First and second parts of invented place-like names (Northgate, Millbrook), and invented family names by language. */
export const rootHeads = `
North South East West Lake River Stone Mill Bright Clear Silver Iron Copper Amber Ash Birch Cedar Oak Elm Pine Maple Willow
Hawk Falcon Heron Kestrel Fox Wolf Bear Deer Elk Red Blue Green Gold White Grey Sun Moon Star Storm Frost Snow Wind Sand
Salt Clay Glen Fern Thorn Rose Ember Raven Summit Harbor Anchor Tide Cliff Sable Quarry Beacon Canyon Prairie Timber Granite
Flint Slate Cobalt Garnet Wren Otter Badger Juniper Laurel Hazel Alder Aspen Bramble Clover Heather Linden Sorrel Thistle
`;
export const rootTails = `
gate shore water field ridge brook stone wood ford bridge hill view point port haven dale crest side land mark worth well
wick bury mere bourne path fall reach march run mont vale hurst holm stead cote moor glade
`;
export const familyNames = {
  en: `Halvorsen Ostrander Tremont Wexford Verrado Dunmore Marlowe Corvane Vandermeer Ashgrove Calder Penhallow Whitcombe
Tarrington Hollins Brackenridge Fairlund Wetherly Osgoode Lanterman Castellane Merrowby Kingsmere Thackery Aldworth Pemberly
Strathwood Gaunt Hallowell Ravensby Tolliver Wainscott Yarrow Ellersby Farraday Grantley Holloway Ingersby Jessamy Kerrigan
Lockhurst Mapperly Norcross Oakhurst Pickersby Quillan Ridgeway Selwyn Thornbury Underhill Varley Winslade Yelverton Bascombe
Crowther Dovercourt Eastlake Finchley Garroway Hartsell Ives Jarrow Kessler Langstaff Mossman Netherby Orrville Prescote`,
  de: `Brandhofer Eichinger Falkenrath Grünwaldt Hellmeister Kestermann Lindauer Morgenthal Niederbach Obermayr Pfahlbusch
Reichmut Sonnleitner Tiefenbach Uhlenbrock Vogelsang Weidenau Zellbrück Achterberg Birkenfeld Dornseif Erlenbach Felsinger
Gerstacker Hohenlind Immerath Kaltenbrunn Leutgeb Mühlhaupt Nordhaus Rauschenau Steinkamp Thalhoff Winterbach`,
  fr: `Morvanne Delacourbe Villandry Beaumarcel Charvillon Duvignac Fontanel Garrigou Lachassagne Mirebault Perronval Quessard
Rochambel Saintonge Tavernelle Vauclair Belloncourt Castagnet Dorveaux Estrelle`,
  no: `Lindvik Bergsund Dahlqvarn Ekeblom Fjordgren Granlund Hammarvik Isaksund Kvarnström Ljungdal Nordhammar Ravnsborg
Sjölund Tornevik Ullersund Vinterlund Åkervik Østergaard`,
  nl: `Vandermolen Hoogstraten Brouwersveld Dijkhuizen Kloosterman Oudshoorn Ruigewaard Stevinck Terhaar Wolvenberg Zandvliet
Meerdonk Houtlaan`,
  es: `Valdemora Quintanar Robledal Montesclaros Peñarrubia Salvatierra Villaverde Arroyave Bustamena Cordovez Olivares`,
  asia: `Kanemoto Hayashida Morinaga Takesawa Narayan Raghav Sundaram Meridian Straits Lotus Banyan Jacaranda`,
} as const;

/** Legal forms by country; most companies are known without one. */
export const legalForms: Readonly<Record<string, readonly string[]>> = {
  US: ['Inc.', 'LLC', 'Corp.', 'Co.'],
  CA: ['Inc.', 'Ltd.'],
  GB: ['Ltd', 'plc', 'Limited'],
  IE: ['Ltd'],
  DE: ['GmbH', 'GmbH & Co. KG', 'AG', 'SE'],
  AT: ['GmbH', 'AG'],
  CH: ['AG', 'GmbH'],
  SE: ['AB'],
  DK: ['A/S', 'ApS'],
  NO: ['AS'],
  FI: ['Oy', 'Oyj'],
  FR: ['SAS', 'SA'],
  NL: ['B.V.', 'N.V.'],
  BE: ['NV', 'BV'],
  MX: ['S.A. de C.V.'],
  BR: ['Ltda.', 'S.A.'],
  AU: ['Pty Ltd'],
  SG: ['Pte. Ltd.'],
  IN: ['Pvt. Ltd.'],
  JP: ['K.K.'],
};

/** What German-speaking, French and Nordic manufacturers put in their names. */
export const localWords: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Maschinenbau',
    'Antriebstechnik',
    'Werkzeugbau',
    'Fördertechnik',
    'Armaturen',
    'Metallwerke',
    'Automation',
  ],
  fr: ['Industries', 'Mécanique', 'Ateliers', 'Robinetterie', 'Outillage', 'Fonderies'],
  no: ['Teknik', 'Verktyg', 'Industri', 'Mekaniska', 'Hydraulik'],
};

export const languageOfCountry: Readonly<Record<string, keyof typeof familyNames>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  FR: 'fr',
  BE: 'nl',
  NL: 'nl',
  SE: 'no',
  DK: 'no',
  NO: 'no',
  FI: 'no',
  MX: 'es',
  BR: 'es',
  SG: 'asia',
  IN: 'asia',
  JP: 'asia',
};
