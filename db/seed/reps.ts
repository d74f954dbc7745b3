/** The demo sales team: 24 sellers in three roles, four managers and two pools. Keys are first names. */
export type DemoRep = {
  key: string;
  name: string;
  role: 'ae' | 'sdr' | 'csm' | 'manager';
  region: 'NA' | 'EMEA';
  manager: string | null;
  capacityTouches: number;
  maxAccounts: number | null;
  rampRate: number;
  /** Added to the log odds of a win. */
  skill: number;
};

const table = `
Lena Ashgrove|manager|NA|-|0|-|1|0
Tobias Renner|manager|EMEA|-|0|-|1|0
Priya Raghunathan|manager|NA|-|0|-|1|0
Marcus Oyelaran|manager|NA|-|0|-|1|0
Orla Kestermann|ae|NA|Lena|220|50|1|0.16
Dev Harrington|ae|NA|Lena|220|50|1|0.05
Rosa Delgado|ae|NA|Lena|220|50|1|0.22
Henrik Solheim|ae|NA|Lena|220|50|1|-0.08
June Whitcombe|ae|NA|Lena|220|50|1|0.18
Malik Osei|ae|NA|Lena|220|50|1|0.02
Clara Penhallow|ae|NA|Lena|220|50|0.75|-0.18
Theo Brackett|ae|NA|Lena|220|50|1|-0.04
Imogen Farrow|ae|EMEA|Tobias|210|50|1|0.1
Greta Lindauer|ae|EMEA|Tobias|210|50|1|0.2
Hugo Vauclair|ae|EMEA|Tobias|210|50|1|-0.06
Katja Morgenroth|ae|EMEA|Tobias|210|50|1|0.04
Sven Ekdahl|ae|EMEA|Tobias|210|50|0.5|-0.1
Naomi Castellane|ae|NA|Priya|200|20|1|0.12
Viktor Hallowell|ae|NA|Priya|200|20|1|0
Ansel Brightmoor|sdr|NA|Lena|240|60|1|0.1
Bea Okonjo|sdr|NA|Priya|240|120|1|0
Kiran Mehta|sdr|NA|Lena|240|120|1|0.06
Sofia Reyes|sdr|NA|Lena|240|120|1|0
Elin Dahlqvist|sdr|EMEA|Tobias|230|110|1|0.08
Jonas Falk|sdr|EMEA|Tobias|230|110|1|-0.04
Maya Torres|csm|NA|Marcus|130|180|1|0
Peter Nowak|csm|NA|Marcus|130|180|1|0
Anneke Vos|csm|EMEA|Marcus|130|180|1|0
`;

function readRep(line: string): DemoRep {
  const [name = '', role = '', region = '', manager = '', capacity = '', cap = '', ramp = '', skill = ''] =
    line.split('|');
  return {
    key: name.split(' ')[0] ?? name,
    name,
    role: role as DemoRep['role'],
    region: region as DemoRep['region'],
    manager: manager === '-' ? null : manager,
    capacityTouches: Number(capacity),
    maxAccounts: cap === '-' ? null : Number(cap),
    rampRate: Number(ramp),
    skill: Number(skill),
  };
}

export const demoReps: readonly DemoRep[] = table.trim().split('\n').map(readRep);

/** Nobody with a demo login is in a pool: pools hold thousands of accounts, a book about fifty. */
export const demoPools = [
  { key: 'smb', name: 'SMB pool', members: ['Kiran', 'Sofia', 'Jonas'] },
  { key: 'inside', name: 'Inside sales pool', members: ['Rosa', 'Malik', 'Theo', 'Imogen'] },
] as const;
