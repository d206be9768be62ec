import type { CarePlan, CarePlanActivity } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { narrativeText } from '../wording/narrative.ts';

/** A category of US Core that says "this is a care plan" and nothing else. */
const EMPTY_CATEGORY = 'assess-plan';

/** CarePlan → CARE_PLAN. */
export function carePlanFrom(resource: CarePlan, references: References): Mapped {
  const category = resource.category?.find(
    ({ coding }) => !coding?.some(({ code }) => code === EMPTY_CATEGORY),
  );
  const activities = (resource.activity ?? []).flatMap((activity) => activityOf(activity, references) ?? []);
  const { start, end } = resource.period ?? {};
  return {
    kind: 'CARE_PLAN',
    when: whenOf(resource.period, resource.created),
    concept: category,
    fhirStatus: resource.status,
    title: resource.title ?? nameOfConcept(category) ?? 'Care plan',
    summary: [...new Set(activities.map(({ title }) => title))].join(', '),
    content: present({
      // A narrative made from the activities would only repeat them.
      description:
        resource.description ?? (activities.length === 0 ? narrativeText(resource.text) : undefined),
      addresses: references.namesOf(resource.addresses),
      activities,
      goals: references.namesOf(resource.goal),
      period: start || end ? present({ start, end }) : undefined,
    }),
  };
}

function activityOf({ detail, reference }: CarePlanActivity, references: References) {
  const title = nameOfConcept(detail?.code) ?? detail?.description ?? references.nameOf(reference);
  const text = detail?.description === title ? undefined : detail?.description;
  return title ? present({ title, text, status: detail?.status }) : undefined;
}
