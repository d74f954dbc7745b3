import type { Market } from './industries.ts';
import { type Random, weightedPicker } from './random.ts';

type Weighted = { topic: string; weight: number };

function picker(text: string): (random: Random) => string {
  const rows = text.split(';').map((row): Weighted => {
    const [topic = '', weight = '1'] = row.split('=');
    return { topic: topic.trim(), weight: Number(weight) };
  });
  const pick = weightedPicker(rows, ({ weight }) => weight);
  return (random) => pick(random).topic;
}

const industrial = picker(
  'supply chain optimisation=34;demand planning=18;production scheduling=14;warehouse automation=11;ERP migration=13;inventory management=8;predictive maintenance=5;supplier risk=6;cybersecurity=4',
);
const digital = picker(
  'cybersecurity=16;cloud cost management=12;customer data platform=12;data warehouse migration=12;revenue operations=10;ERP migration=7;demand planning=4;AI assistants=12;supply chain optimisation=3',
);
const clinical = picker(
  'patient scheduling=14;cybersecurity=14;regulatory compliance=16;supply chain optimisation=10;inventory management=10;ERP migration=8;demand planning=6;workforce planning=12',
);
const financial = picker(
  'cybersecurity=20;regulatory compliance=18;data warehouse migration=12;AI assistants=12;ERP migration=8;customer data platform=10',
);

/** What people at a company of this market research. */
export function drawTopic(market: Market, random: Random): string {
  if (market.fitRate >= 0.45 && market.industry !== 'Healthcare') return industrial(random);
  if (market.industry === 'Healthcare' || market.industry === 'Pharmaceuticals') return clinical(random);
  if (market.industry === 'Financial services' || market.industry === 'Insurance') return financial(random);
  return digital(random);
}

export const drawHiringTopic = picker(
  'engineering=40;operations=18;supply chain=14;it=12;sales=10;finance=6',
);
export const drawSoftwareHiringTopic = picker(
  'engineering=55;sales=22;it=8;marketing=8;finance=4;operations=3',
);

export const drawPage = picker(
  'product overview=22;case studies=14;integrations=11;ERP migration guide=9;blog=20;careers=8;documentation=8;about us=6;events=5',
);
export const drawContent = picker(
  'ERP migration guide=20;supply chain benchmark report=22;demand planning checklist=16;warehouse automation playbook=12;buyer’s guide=14;ROI calculator=12',
);
export const drawWebinar = picker(
  'planning under tariffs=20;from spreadsheets to schedules=16;demand sensing in practice=14;SAP and planning, side by side=12;resilient supplier networks=12',
);
export const drawLeader = picker(
  'Chief Supply Chain Officer=18;Chief Operating Officer=20;Chief Financial Officer=18;Chief Information Officer=18;Chief Executive Officer=12;VP Operations=14',
);
export const drawExpansion = picker(
  'second plant=22;new distribution centre=22;new office=16;new market=14;new production line=20',
);
/** Invented vendors that the demo company meets in its deals. */
export const competitors = ['Planwright', 'Logivane', 'Kestrel Planning', 'Stratagrid', 'OptiLoom'];
