import { PROFESSIONALS } from '../../cast.ts';
import { each } from '../../fhir/episode.ts';
import { prescription } from '../../fhir/medicine.ts';
import { months, years } from '../../fhir/story-calendar.ts';

const { hughes } = PROFESSIONALS;
const HEART = { reason: 'Heart failure', by: hughes };

export const medicines = each(prescription, [
  {
    ...HEART,
    key: 'ramipril',
    name: 'Ramipril 2.5mg capsules',
    dose: '1 capsule at night',
    from: -years(4.55),
    until: -years(4.4),
    whyStopped: 'Dry cough',
  },
  {
    ...HEART,
    key: 'candesartan',
    name: 'Candesartan 4mg tablets',
    dose: '1 tablet in the morning',
    from: -years(4.4),
    until: -months(6),
    whyStopped: 'Changed to sacubitril and valsartan by the heart clinic',
  },
  {
    ...HEART,
    key: 'sacubitril-valsartan',
    name: 'Sacubitril 24mg / Valsartan 26mg tablets',
    dose: '1 tablet twice a day',
    from: -months(6),
  },
  {
    ...HEART,
    key: 'bisoprolol-low',
    name: 'Bisoprolol 1.25mg tablets',
    dose: '1 tablet in the morning',
    from: -years(4.6),
    until: -years(4.2),
    whyStopped: 'Dose raised step by step',
  },
  {
    ...HEART,
    key: 'bisoprolol',
    name: 'Bisoprolol 5mg tablets',
    dose: '1 tablet in the morning',
    from: -years(4.2),
  },
  {
    ...HEART,
    key: 'furosemide-20',
    name: 'Furosemide 20mg tablets',
    dose: '1 tablet in the morning',
    from: -years(4.6),
    until: -months(13),
    whyStopped: 'Swollen legs; dose raised',
  },
  {
    ...HEART,
    key: 'furosemide-40',
    name: 'Furosemide 40mg tablets',
    dose: '1 tablet in the morning',
    from: -months(13),
  },
  {
    ...HEART,
    key: 'spironolactone',
    name: 'Spironolactone 25mg tablets',
    dose: '1 tablet in the morning',
    from: -years(3.5),
  },
  {
    ...HEART,
    key: 'dapagliflozin',
    name: 'Dapagliflozin 10mg tablets',
    dose: '1 tablet in the morning',
    from: -years(2.2),
  },
  {
    key: 'apixaban',
    name: 'Apixaban 5mg tablets',
    dose: '1 tablet twice a day. Never miss a dose.',
    reason: 'Atrial fibrillation',
    from: -years(5.15),
    by: hughes,
  },
  {
    key: 'atorvastatin',
    name: 'Atorvastatin 40mg tablets',
    dose: '1 tablet at night',
    from: -years(9),
    by: hughes,
  },
  {
    key: 'paracetamol',
    name: 'Paracetamol 500mg tablets',
    dose: '2 tablets up to four times a day for the knee',
    reason: 'Osteoarthritis of the knee',
    from: -years(3.6),
    by: hughes,
  },
  {
    key: 'omeprazole',
    name: 'Omeprazole 20mg capsules',
    dose: '1 capsule before breakfast',
    from: -years(5),
    by: hughes,
  },
  {
    key: 'sertraline',
    label: 'MENTAL_HEALTH',
    name: 'Sertraline 50mg tablets',
    dose: '1 tablet in the morning',
    reason: 'Depression',
    from: -years(2.05),
    until: -months(18),
    whyStopped: 'Sodium fell; changed to mirtazapine by Fernside',
    by: hughes,
  },
]);
