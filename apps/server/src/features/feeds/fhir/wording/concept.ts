import type { CodeableConcept, Coding } from 'fhir/r4.js';
import { plainName } from './plain-names.ts';

/** A code as the sender gave it, with the clinical term. */
export interface EntryCode {
  system: string;
  code: string;
  display: string | null;
}

const PREFERRED = ['http://snomed.info/sct', 'http://loinc.org'];
const SEMANTIC_TAG =
  / \((finding|disorder|procedure|situation|regime\/therapy|observable entity|substance|product|medicinal product|clinical drug|physical object|morphologic abnormality|body structure|event|qualifier value|record artifact|occupation|environment|organism|assessment scale|person)\)$/;

/**
 * A term as a title: without SNOMED's "(finding)" and its kin, which say what sort of term it is rather than what the
 * person has, and without a code before it; `pH` and `mRNA` keep their small letters.
 */
function withoutSemanticTag(term: string): string {
  const bare = term
    .replace(SEMANTIC_TAG, '')
    .replace(/^\d{6,18} \| ?/, '')
    .trim();
  return /^[a-z]+\b/.test(bare) && !/^[a-z]+[A-Z]/.test(bare)
    ? bare.charAt(0).toUpperCase() + bare.slice(1)
    : bare;
}

/** The coding to keep: SNOMED CT or LOINC before others; null for a concept of words alone. */
export function codeOf(concept: CodeableConcept | undefined): EntryCode | null {
  const codings = (concept?.coding ?? []).filter(({ code }) => code);
  const chosen = codings.find(({ system }) => PREFERRED.includes(system ?? '')) ?? codings[0];
  if (!chosen?.code) return null;
  return { system: chosen.system ?? '', code: chosen.code, display: chosen.display ?? concept?.text ?? null };
}

/** What to call a concept: our plain name, else the sender's words, else the term, without semantic tags. */
export function nameOfConcept(concept: CodeableConcept | undefined): string | undefined {
  const codings = concept?.coding ?? [];
  const plain = codings.map(plainName).find(Boolean);
  if (plain) return plain;
  const term = concept?.text || codings.find(({ display }) => display)?.display || codings[0]?.code;
  return term ? withoutSemanticTag(term) : undefined;
}

/** The names of several concepts, each once. */
export function namesOfConcepts(concepts: readonly CodeableConcept[] | undefined): string[] {
  const names = (concepts ?? []).map(nameOfConcept).filter((name) => name !== undefined);
  return [...new Set(names)];
}

/** The first code of a concept, for FHIR's own small lists (`active`, `H`, `laboratory`). */
export function plainCode(concept: CodeableConcept | undefined): string | undefined {
  return concept?.coding?.find(({ code }) => code)?.code;
}

/** All codes of concepts, whatever system they are from. */
export function codesOf(concepts: readonly CodeableConcept[] | undefined): string[] {
  const codings: Coding[] = (concepts ?? []).flatMap(({ coding }) => coding ?? []);
  return codings.map(({ code }) => code).filter((code) => code !== undefined);
}

/** A FHIR code in words: `entered-in-error` → `Entered in error`. */
export function codeInWords(code: string | undefined): string | undefined {
  if (!code) return undefined;
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
