import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aQuestion, desk } from '../../testing/desk-story.ts';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';
import { page } from '../../testing/pages.ts';

const answers = {
  AnswerAccessQuestion: {
    data: {
      answerAccessQuestion: {
        __typename: 'AccessQuestionAnswered',
        question: { id: 'question-1', outcome: 'WRONG' },
      },
    },
  },
};

test('the officer reads the question and the line it is about, answers it, and sees it among the answered', async () => {
  const { client } = openConsole('/privacy/organisation-1/questions', answers);
  await screen.findByText('I have never met this person.');
  expect(screen.getByText('Tom Bell, Fernside Recovery Team, looked at your results.')).toBeTruthy();
  fireEvent.click(screen.getByText('Answer this question'));
  fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
  await screen.findByRole('link', { name: 'Choose what you found' });
  await screen.findByRole('link', { name: 'Write your answer' });
  expect(client.asked.some(({ name }) => name === 'AnswerAccessQuestion')).toBe(false);
  fireEvent.click(screen.getByLabelText('There was no good reason'));
  fireEvent.change(screen.getByLabelText('Your answer to the patient'), {
    target: { value: ' We are sorry. ' },
  });
  const answered = aQuestion({
    outcome: 'WRONG',
    answer: 'We are sorry.',
    answeredBy: 'Paula Reid',
    answeredAt: '2026-08-08T09:00:00.000000+00:00',
  });
  client.answer('DeskQuestions', ({ waiting }) => desk({ questions: page(waiting ? [] : [answered]) }));
  fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
  await screen.findByText(/Answered by Paula Reid/);
  await waitFor(() => expect(screen.getByText('No questions are waiting')).toBeTruthy());
  expect(client.asked.find(({ name }) => name === 'AnswerAccessQuestion')?.variables).toEqual({
    input: { question: 'question-1', outcome: 'WRONG', answer: 'We are sorry.' },
  });
  expect(screen.getByText('The answer was sent to Amara Nwosu.')).toBeTruthy();
  await expectNoViolations();
});

test('a question about the officer’s own look is for another officer', async () => {
  openConsole('/privacy/organisation-1/questions', {
    DeskQuestions: desk({ questions: page([aQuestion({ viewerMayAnswer: false })]) }),
  });
  await screen.findAllByText('I have never met this person.');
  expect(screen.queryByText('Answer this question')).toBeNull();
  expect(screen.getAllByText(/another privacy officer must answer it/)[0]).toBeTruthy();
});

test('whoever is no privacy officer is told so and asks for nothing', async () => {
  const viewer = {
    app: 'PROFESSIONAL',
    person: { id: 'p', givenName: 'Tom', familyName: 'Bell' },
    teams: [],
    privacyDesks: [],
    administers: [],
  };
  const { client } = openConsole('/privacy', { ProfessionalViewer: { data: { viewer } } });
  await screen.findByText('You are not a privacy officer');
  expect(client.asked.some(({ name }) => name.startsWith('Desk'))).toBe(false);
});
