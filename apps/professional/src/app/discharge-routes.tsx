import { Loading } from '@heldwell/ui';
import { lazy, Suspense } from 'react';
import { Route, useParams } from 'react-router';
import { useRecordPlace } from '../features/record/record-layout.tsx';

const pages = () => import('../features/record/discharge-pages.tsx');

/** Seldom opened: their script is loaded with them. */
const DischargePage = lazy(async () => ({ default: (await pages()).DischargePage }));
const DischargeCheckPage = lazy(async () => ({ default: (await pages()).DischargeCheckPage }));

function DischargeScreen({ step }: { step: 'why' | 'check' }) {
  const { team = '' } = useParams();
  const Shown = step === 'check' ? DischargeCheckPage : DischargePage;
  return (
    <Suspense fallback={<Loading />}>
      <Shown {...useRecordPlace()} team={team} />
    </Suspense>
  );
}

/** The end of a team's care for a patient, beneath the record. */
export const dischargeRoutes = (
  <>
    <Route path="discharge" element={<DischargeScreen step="why" />} />
    <Route path="discharge/check" element={<DischargeScreen step="check" />} />
  </>
);
