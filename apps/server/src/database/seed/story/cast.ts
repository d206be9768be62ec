import type {
  DemoBrand,
  DemoCarer,
  DemoOrganisation,
  DemoPatient,
  DemoProfessional,
  DemoTeam,
} from './cast-shapes.ts';

/**
 * Who is in the demo story: organisations, teams, professionals, patients and carers. All of them are made up:
 * organisation codes are invented, NHS numbers come from the 999 test range, telephone numbers from the ranges
 * that Ofcom keeps for drama, and e-mail addresses from example.org.
 */
export const ORGANISATIONS = {
  fernside: {
    ods: 'RF9',
    name: 'Fernside Mental Health NHS Foundation Trust',
    kind: 'MENTAL_HEALTH_TRUST',
    phone: '020 7946 0120',
    address: { line: ['Fernside House', '4 Alder Road'], city: 'Heldford', postcode: 'ZZ9 4AB' },
  },
  surgery: {
    ods: 'F99001',
    name: 'Harbour Lane Surgery',
    kind: 'GP_PRACTICE',
    phone: '020 7946 0233',
    address: { line: ['12 Harbour Lane'], city: 'Heldford', postcode: 'ZZ9 1HL' },
  },
  hospital: {
    ods: 'RN9',
    name: 'Northgate Hospital NHS Trust',
    kind: 'HOSPITAL_TRUST',
    phone: '020 7946 0350',
    address: { line: ['Northgate Hospital', 'Bridge Street'], city: 'Heldford', postcode: 'ZZ9 7NG' },
  },
  charity: {
    ods: 'VL1',
    name: 'Lantern Community Support',
    kind: 'VOLUNTARY_SECTOR',
    phone: '020 7946 0478',
    address: { line: ['The Old Library', 'Mill Street'], city: 'Heldford', postcode: 'ZZ9 2LN' },
  },
} as const satisfies Record<string, DemoOrganisation>;

export const TEAMS: readonly DemoTeam[] = [
  {
    code: 'FRT',
    name: 'Fernside Recovery Team',
    organisation: 'RF9',
    defaultLabels: ['GENERAL', 'MENTAL_HEALTH'],
    answersWithin: '2 working days',
    openingHours: 'Monday to Friday, 9am to 5pm',
    selfReferralCode: 'fernside-recovery',
  },
  {
    code: 'HLP',
    name: 'Harbour Lane Practice team',
    organisation: 'F99001',
    defaultLabels: ['GENERAL'],
    answersWithin: '3 working days',
    openingHours: 'Monday to Friday, 8am to 6:30pm',
  },
  {
    code: 'NDC',
    name: 'Northgate Diabetes Clinic',
    organisation: 'RN9',
    defaultLabels: ['GENERAL'],
    answersWithin: '2 working days',
    openingHours: 'Monday to Thursday, 9am to 4pm',
  },
  {
    code: 'LPS',
    name: 'Lantern Peer Support',
    organisation: 'VL1',
    defaultLabels: ['GENERAL', 'SOCIAL_CARE'],
    answersWithin: '4 working days',
    openingHours: 'Tuesday to Saturday, 10am to 6pm',
    selfReferralCode: 'lantern-peers',
  },
];

/** How organisations greet the people they invite. */
export const BRANDS: readonly DemoBrand[] = [
  {
    organisation: 'RF9',
    serviceName: 'My Fernside Record',
    welcome: 'Welcome. Here you can read what we keep about you, and write to us.',
  },
  {
    organisation: 'VL1',
    serviceName: 'Lantern Online',
    welcome: 'Welcome to Lantern. You do not need a referral: write to us when you are ready.',
  },
];

export const PROFESSIONALS = {
  okafor: {
    key: 'okafor',
    prefix: 'Dr',
    given: 'Ngozi',
    family: 'Okafor',
    role: 'Consultant psychiatrist',
    team: 'FRT',
    organisation: 'RF9',
    email: 'ngozi.okafor@example.org',
  },
  bell: {
    key: 'bell',
    given: 'Tom',
    family: 'Bell',
    role: 'Care coordinator',
    team: 'FRT',
    organisation: 'RF9',
    email: 'tom.bell@example.org',
    coordinator: true,
  },
  whitlock: {
    key: 'whitlock',
    prefix: 'Sister',
    given: 'Joan',
    family: 'Whitlock',
    role: 'Practice nurse',
    team: 'HLP',
    organisation: 'F99001',
    email: 'joan.whitlock@example.org',
    coordinator: true,
  },
  hughes: {
    key: 'hughes',
    prefix: 'Dr',
    given: 'Aled',
    family: 'Hughes',
    role: 'General practitioner',
    team: 'HLP',
    organisation: 'F99001',
    email: 'aled.hughes@example.org',
  },
  shah: {
    key: 'shah',
    given: 'Priya',
    family: 'Shah',
    role: 'Diabetes specialist nurse',
    team: 'NDC',
    organisation: 'RN9',
    email: 'priya.shah@example.org',
    coordinator: true,
  },
  asante: {
    key: 'asante',
    given: 'Kwame',
    family: 'Asante',
    role: 'Peer support worker',
    team: 'LPS',
    organisation: 'VL1',
    email: 'kwame.asante@example.org',
    coordinator: true,
  },
} as const satisfies Record<string, DemoProfessional>;

export const PATIENTS = {
  amara: {
    key: 'amara',
    title: 'Ms',
    given: 'Amara',
    family: 'Nwosu',
    gender: 'female',
    birthDate: '1992-03-14',
    nhsNumber: '9994120387',
    email: 'amara.nwosu@example.org',
    mobile: '07700 900362',
    address: { line: ['Flat 3', '27 Quay Street'], city: 'Heldford', postcode: 'ZZ9 3QS' },
    language: { code: 'en-GB', text: 'English' },
    communicationNeeds: ['Text message before a telephone call'],
    nextOfKin: { given: 'Chidi', family: 'Nwosu', relationship: 'Brother', phone: '07700 900418' },
    teams: ['FRT', 'HLP', 'NDC', 'LPS'],
  },
  gareth: {
    key: 'gareth',
    title: 'Mr',
    given: 'Gareth',
    family: 'Pritchard',
    gender: 'male',
    birthDate: '1968-05-22',
    nhsNumber: '9995871645',
    email: 'gareth.pritchard@example.org',
    mobile: '07700 900571',
    phone: '020 7946 0615',
    address: { line: ['8 Chapel Terrace'], city: 'Heldford', postcode: 'ZZ9 5ET' },
    language: { code: 'cy', text: 'Welsh' },
    communicationNeeds: ['Speaks Welsh first; would like a Welsh speaker for long appointments'],
    nextOfKin: { given: 'Rhian', family: 'Pritchard', relationship: 'Wife', phone: '07700 900572' },
    teams: ['FRT', 'HLP'],
  },
  meiling: {
    key: 'meiling',
    title: 'Miss',
    given: 'Mei-Ling',
    family: 'Carter',
    preferredName: 'Mei',
    gender: 'female',
    birthDate: '2007-02-09',
    nhsNumber: '9992307196',
    email: 'meiling.carter@example.org',
    mobile: '07700 900733',
    address: { line: ['Room 14', 'Ropewalk Hall', 'College Road'], city: 'Heldford', postcode: 'ZZ9 6RR' },
    language: { code: 'en-GB', text: 'English' },
    communicationNeeds: ['Would rather write than telephone'],
    teams: ['HLP', 'LPS'],
  },
  sunil: {
    key: 'sunil',
    title: 'Mr',
    given: 'Sunil',
    family: 'Rao',
    gender: 'male',
    birthDate: '1954-08-30',
    nhsNumber: '9998614058',
    email: 'sunil.rao@example.org',
    mobile: '07700 900846',
    phone: '020 7946 0884',
    address: { line: ['51 Orchard Way'], city: 'Heldford', postcode: 'ZZ9 8QW' },
    language: { code: 'en-GB', text: 'English' },
    communicationNeeds: ['Large print, 16 point or bigger'],
    teams: ['HLP', 'FRT'],
  },
} as const satisfies Record<string, DemoPatient>;

export const CARERS: readonly DemoCarer[] = [
  {
    key: 'chidi',
    given: 'Chidi',
    family: 'Nwosu',
    email: 'chidi.nwosu@example.org',
    caresFor: [
      {
        patient: 'amara',
        relationship: 'Brother',
        labels: ['GENERAL', 'MENTAL_HEALTH'],
        rights: ['SEE', 'MESSAGE', 'REQUEST_APPOINTMENT'],
      },
    ],
  },
  {
    key: 'rhian',
    given: 'Rhian',
    family: 'Pritchard',
    email: 'rhian.pritchard@example.org',
    caresFor: [
      {
        patient: 'gareth',
        relationship: 'Wife',
        labels: ['GENERAL'],
        rights: ['SEE', 'ADD', 'MESSAGE', 'REQUEST_APPOINTMENT', 'SEE_LOG'],
      },
    ],
  },
];
