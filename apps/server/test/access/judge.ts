import { parse, print, visit } from 'graphql';
import { type Operation, variablesOf } from './operations.ts';
import type { Stage } from './players.ts';
import { maySee, seesAnything, sightOf } from './reference-model.ts';
import { twinOf } from './twins.ts';
import { VIEWERS, type Viewer } from './viewers.ts';
import type { World } from './world.ts';

const patient = VIEWERS.find(({ key }) => key === 'patient') as Viewer;

/** The servers the same is asked of. */
export interface Stages {
  /** The world as it is served. */
  served: Stage;
  /** The world without what each sight hides, by the sight. */
  twins: ReadonlyMap<string, Stage>;
  /** The world served without a single rule. */
  bare: Stage;
}

/** Asks as everybody, and holds what is answered and logged against the reference model. */
export class Judge {
  /** What was wrong, in a line each. */
  readonly findings: string[] = [];
  private readonly fullAnswers = new Map<string, Promise<string>>();

  constructor(
    private readonly world: World,
    private readonly stages: Stages,
  ) {}

  /** Asks, and holds the answer and the log against the model. */
  async look(operation: Operation, viewer: Viewer): Promise<string> {
    const answer = await this.stages.served.ask(viewer, operation, variablesOf(this.world, viewer));
    const find = (words: string) => this.find(viewer, operation, words);
    if (answer.includes('"INTERNAL"') || answer.includes('"GRAPHQL_')) find(answer.slice(0, 300));
    this.findMarks('sees', this.leaked(viewer, answer), find);
    const log = await this.logged(viewer, answer);
    if (log) find(log);
    this.findMarks('is refused', await this.withheld(viewer, operation, answer), find);
    return answer;
  }

  /** The same; and that the answer is that of a world without what is hidden, and that the rows hold without a rule. */
  async play(operation: Operation, viewer: Viewer): Promise<void> {
    const variables = variablesOf(this.world, viewer);
    const answer = await this.look(operation, viewer);
    const { bare, twins } = this.stages;
    const twin = twins.get(twinOf(viewer));
    // Who looked is no part of what is compared.
    await Promise.all([twin?.looks(), bare.looks()]);
    const [same, below] = await Promise.all([
      twin?.ask(viewer, operation, variables),
      bare.ask(viewer, operation, variables),
    ]);
    const find = (words: string) => this.find(viewer, operation, words);
    if (twin && same) {
      const [told, without] = [likeTwins(operation, answer), likeTwins(operation, same)];
      if (told !== without) find(`tells that something is hidden: ${whereTheyPart(told, without)}`);
    }
    this.findMarks('sees without rules', this.leaked(viewer, below), find);
  }

  leaked(viewer: Viewer, answer: string): string[] {
    return this.marksIn(answer).filter((mark) => !maySee(viewer, this.guardOf(mark)));
  }

  /** Whether an answer held something of the record, and who looked according to the log. */
  private async logged(viewer: Viewer, answer: string): Promise<string | undefined> {
    const { patientId, personIds } = this.world;
    const looks = (await this.stages.served.looks()).filter((look) => look.patient_id === patientId);
    const due = !viewer.owns && this.ofTheRecord(answer).length > 0;
    const atDesk = this.marksIn(answer).some((mark) => this.guardOf(mark).is === 'DESK');
    // An entry without parts is read too, although nothing in the answer is marked; so is an officer's desk, by its records.
    const mayBe = seesAnything(sightOf(viewer)) || atDesk;
    if (due && looks.length === 0) return 'read without an entry in the log';
    if (!due && !mayBe && looks.length > 0) return 'an entry in the log without a reading';
    if (looks.some((look) => look.person_id !== personIds.get(viewer.person))) return 'logged as another';
    return undefined;
  }

  /**
   * What the patient sees there and the viewer does not: all of it is theirs to see, but for the patient's own fields and the
   * name, where a desk's twin keeps it.
   */
  private async withheld(viewer: Viewer, operation: Operation, answer: string): Promise<string[]> {
    if (!['record', 'entry', 'thread', 'markThreadRead'].includes(operation.root)) return [];
    // What is kept of a discussion stands in places of its own, which have a test of their own.
    if (viewer.kept && /^(thread|markThreadRead)\b|\.threads?\b/.test(operation.name)) return [];
    const seen = this.world.canaries.in(answer);
    return this.ofTheRecord(await this.fullAnswer(viewer, operation)).filter((mark) => {
      const guard = this.guardOf(mark);
      const elsewhere = viewer.kept && ['THREAD', 'THREAD_NOW', 'MESSAGE'].includes(guard.is);
      const notTheirs = guard.is === 'GRANT' || guard.is === 'PATIENT_ALONE' || !maySee(viewer, guard);
      return !notTheirs && !elsewhere && !seen.has(mark);
    });
  }

  /** The patient's answer in a world without what is hidden, asked once for the viewers of an operation. */
  private fullAnswer(viewer: Viewer, operation: Operation): Promise<string> {
    const variables = variablesOf(this.world, viewer);
    const twin = twinOf(viewer);
    const key = `${operation.text} ${twin} ${operation.text.includes('$') ? JSON.stringify(variables) : ''}`;
    const known = this.fullAnswers.get(key);
    if (known) return known;
    if (this.fullAnswers.size > 200) this.fullAnswers.clear();
    const { served, twins } = this.stages;
    const asked = { text: withoutPatients(operation.text) };
    const answer = (twins.get(twin) ?? served).ask(patient, asked, variables);
    this.fullAnswers.set(key, answer);
    return answer;
  }

  /** Marks of the record itself, rather than of who somebody is. */
  private ofTheRecord(answer: string): string[] {
    return this.marksIn(answer).filter(
      (mark) => !['OTHER_RECORD', 'PERSON', 'DESK'].includes(this.guardOf(mark).is),
    );
  }

  private marksIn(answer: string): string[] {
    return [...this.world.canaries.in(answer)];
  }

  private guardOf(mark: string) {
    return this.world.canaries.guardOf(mark);
  }

  private find(viewer: Viewer, operation: Operation, words: string): void {
    this.findings.push(`${viewer.key} asks ${operation.name}: ${words}`);
  }

  private findMarks(what: string, marks: string[], find: (words: string) => void): void {
    const named = (mark: string) => `${mark} ${JSON.stringify(this.guardOf(mark))}`;
    if (marks.length > 0) find(`${what} ${marks.slice(0, 3).map(named).join(', ')}`);
  }
}

/** A grant that is only supposed has an id of its own each time. */
const likeTwins = ({ root }: Operation, answer: string): string =>
  root === 'seenBy' ? answer.replaceAll(/"Rw[\w-]{42}"/g, '"a grant"') : answer;

/** Both texts around the first character that is not the same. */
function whereTheyPart(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 120), at + 80);
  return `${around(one)} ≠ ${around(other)}`;
}

/**
 * The operation without what is the patient's alone and names what others reach by other ways: the log names what was opened
 * or relabelled, sharing names discussions.
 */
function withoutPatients(text: string): string {
  const patients = /^(accessLog.*|sharing)$/;
  return print(visit(parse(text), { Field: ({ name }) => (patients.test(name.value) ? null : undefined) }));
}
