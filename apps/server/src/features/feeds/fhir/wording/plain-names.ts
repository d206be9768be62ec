import type { Coding } from 'fhir/r4.js';

/** LOINC codes that people meet, in the words a British surgery would use. Ours; the clinical term stays in the code. */
const LABORATORY: Record<string, string> = {
  '718-7': 'Haemoglobin',
  '4548-4': 'HbA1c (long-term blood sugar)',
  '59261-8': 'HbA1c (long-term blood sugar)',
  '6690-2': 'White blood cells',
  '789-8': 'Red blood cells',
  '777-3': 'Platelets',
  '4544-3': 'Haematocrit',
  '20570-8': 'Haematocrit',
  '787-2': 'Mean red cell size (MCV)',
  '785-6': 'Haemoglobin per red cell (MCH)',
  '786-4': 'Haemoglobin concentration in red cells (MCHC)',
  '21000-5': 'Variation in red cell size (RDW)',
  '788-0': 'Variation in red cell size (RDW)',
  '32207-3': 'Variation in platelet size',
  '32623-1': 'Mean platelet size',
  '751-8': 'Neutrophils',
  '731-0': 'Lymphocytes',
  '742-7': 'Monocytes',
  '711-2': 'Eosinophils',
  '704-7': 'Basophils',
  '2276-4': 'Ferritin',
  '2498-4': 'Iron',
  '2132-9': 'Vitamin B12',
  '2284-8': 'Folate',
  '1989-3': 'Vitamin D',
  '2339-0': 'Blood glucose',
  '2345-7': 'Blood glucose',
  '14749-6': 'Blood glucose',
  '15074-8': 'Blood glucose',
  '1558-6': 'Fasting blood glucose',
  '14771-0': 'Fasting blood glucose',
  '6299-2': 'Urea',
  '3094-0': 'Urea',
  '22664-7': 'Urea',
  '38483-4': 'Creatinine',
  '2160-0': 'Creatinine',
  '14682-9': 'Creatinine',
  '33914-3': 'Kidney function (eGFR)',
  '62238-1': 'Kidney function (eGFR)',
  '98979-8': 'Kidney function (eGFR)',
  '14959-1': 'Urine albumin to creatinine ratio',
  '49765-1': 'Calcium',
  '17861-6': 'Calcium',
  '2000-8': 'Calcium',
  '2947-0': 'Sodium',
  '2951-2': 'Sodium',
  '6298-4': 'Potassium',
  '2823-3': 'Potassium',
  '2069-3': 'Chloride',
  '2075-0': 'Chloride',
  '20565-8': 'Carbon dioxide',
  '2028-9': 'Carbon dioxide',
  '2093-3': 'Total cholesterol',
  '14647-2': 'Total cholesterol',
  '2085-9': 'HDL ("good") cholesterol',
  '14646-4': 'HDL ("good") cholesterol',
  '18262-6': 'LDL ("bad") cholesterol',
  '13457-7': 'LDL ("bad") cholesterol',
  '22748-8': 'LDL ("bad") cholesterol',
  '2571-8': 'Triglycerides',
  '14927-8': 'Triglycerides',
  '2885-2': 'Total protein',
  '1751-7': 'Albumin',
  '10834-0': 'Globulin',
  '1975-2': 'Bilirubin',
  '14631-6': 'Bilirubin',
  '6768-6': 'Alkaline phosphatase (ALP)',
  '1742-6': 'Alanine aminotransferase (ALT)',
  '1920-8': 'Aspartate aminotransferase (AST)',
  '2324-2': 'Gamma GT (GGT)',
  '1988-5': 'C-reactive protein (CRP)',
  '30341-2': 'ESR (a sign of inflammation)',
  '3016-3': 'Thyroid stimulating hormone (TSH)',
  '11580-8': 'Thyroid stimulating hormone (TSH)',
  '3024-7': 'Free T4 (thyroid hormone)',
  '14920-3': 'Free T4 (thyroid hormone)',
  '2857-1': 'Prostate specific antigen (PSA)',
  '6301-6': 'INR (blood clotting)',
  '14334-7': 'Lithium level',
  '57905-2': 'Hidden blood in stool',
  '94531-1': 'COVID-19 test',
  '80382-5': 'Influenza A test',
  '80383-3': 'Influenza B test',
};

const BODY: Record<string, string> = {
  '29463-7': 'Weight',
  '3141-9': 'Weight',
  '8302-2': 'Height',
  '39156-5': 'Body mass index (BMI)',
  '59576-9': 'Body mass index for age (percentile)',
  '77606-2': 'Weight for length (percentile)',
  '9843-4': 'Head circumference',
  '8289-1': 'Head circumference (percentile)',
  '8280-0': 'Waist circumference',
  '85354-9': 'Blood pressure',
  '55284-4': 'Blood pressure',
  '8480-6': 'Systolic (upper)',
  '8462-4': 'Diastolic (lower)',
  '8867-4': 'Heart rate',
  '9279-1': 'Breathing rate',
  '8310-5': 'Body temperature',
  '8331-1': 'Body temperature (mouth)',
  '2708-6': 'Oxygen saturation',
  '59408-5': 'Oxygen saturation',
  '55423-8': 'Steps',
  '93832-4': 'Sleep',
  '72514-3': 'Pain score (0 to 10)',
  '38208-5': 'Pain severity',
};

const OTHER: Record<string, string> = {
  '72166-2': 'Smoking',
  '44261-6': 'PHQ-9 (depression) score',
  '70274-6': 'GAD-7 (anxiety) score',
  '57698-3': 'Cholesterol and other blood fats',
  '24331-1': 'Cholesterol and other blood fats',
  '58410-2': 'Full blood count',
  '57021-8': 'Full blood count',
  '51990-0': 'Kidney function and salts',
  '24320-4': 'Kidney function and salts',
  '24323-8': 'Kidney and liver function',
  '24325-3': 'Liver function',
  '24348-5': 'Thyroid function',
  '80381-7': 'Influenza test',
  '92143-7': 'Chest infection virus tests',
  '38269-7': 'Bone density scan (DXA)',
  '34117-2': 'History and examination',
  '11488-4': 'Consultation letter',
  '18842-5': 'Discharge summary',
  '28570-0': 'Procedure note',
  '11506-3': 'Progress note',
  '57133-1': 'Referral letter',
  '11504-8': 'Operation note',
  '34746-8': 'Nursing note',
};

const SNOMED_BODY: Record<string, string> = {
  '75367002': 'Blood pressure',
  '72313002': 'Systolic (upper)',
  '1091811000000102': 'Diastolic (lower)',
  '27113001': 'Weight',
  '50373000': 'Height',
  '60621009': 'Body mass index (BMI)',
  '276885007': 'Body temperature',
  '86290005': 'Breathing rate',
  '364075005': 'Heart rate',
  '431314004': 'Oxygen saturation',
  '103228002': 'Oxygen saturation',
  '314463006': 'Blood pressure over 24 hours',
  '314464000': 'Systolic (upper)',
  '314465004': 'Diastolic (lower)',
};

const SNOMED_LABORATORY: Record<string, string> = {
  '1000821000000103': 'Albumin',
  '997681000000108': 'Fasting blood glucose',
};

const SNOMED_OTHER: Record<string, string> = {
  '162864005': 'Obesity (BMI of 30 or more)',
  '195662009': 'Sore throat (viral)',
  '43878008': 'Sore throat (streptococcal)',
  '65363002': 'Middle ear infection',
  '38341003': 'High blood pressure',
  '59621000': 'High blood pressure',
  '44054006': 'Type 2 diabetes',
  '46635009': 'Type 1 diabetes',
  '53741008': 'Coronary heart disease',
  '22298006': 'Heart attack',
  '230690007': 'Stroke',
  '55822004': 'High cholesterol',
  '271737000': 'Anaemia',
  '13645005': 'COPD (long-term lung disease)',
  '35489007': 'Depression',
  '21897009': 'Anxiety',
};

const GROUPS = {
  LABORATORY: { 'http://loinc.org': LABORATORY, 'http://snomed.info/sct': SNOMED_LABORATORY },
  BODY: { 'http://loinc.org': BODY, 'http://snomed.info/sct': SNOMED_BODY },
  OTHER: { 'http://loinc.org': OTHER, 'http://snomed.info/sct': SNOMED_OTHER },
} satisfies Record<string, Record<string, Record<string, string>>>;

export type CodeGroup = keyof typeof GROUPS;

function entryOf({ system, code }: Coding): { group: CodeGroup; name: string } | undefined {
  for (const [group, systems] of Object.entries(GROUPS)) {
    const names: Record<string, string> | undefined = systems[system as keyof typeof systems];
    const name = code !== undefined && names && Object.hasOwn(names, code) ? names[code] : undefined;
    if (name) return { group: group as CodeGroup, name };
  }
  return undefined;
}

/** The plain British name of a code, where we have one. */
export function plainName(coding: Coding): string | undefined {
  return entryOf(coding)?.name;
}

/** Whether a code is one that a laboratory reports, or that is measured on the body; undefined where we do not know it. */
export function groupOfCode(coding: Coding): CodeGroup | undefined {
  return entryOf(coding)?.group;
}
