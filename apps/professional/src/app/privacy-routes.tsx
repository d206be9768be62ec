import { Outlet, Route, useOutletContext, useParams } from 'react-router';
import { CourtOrderCheckPage } from '../features/privacy-desk/court-order-check-page.tsx';
import { CourtOrderFlow } from '../features/privacy-desk/court-order-flow.tsx';
import { CourtOrderFormPage } from '../features/privacy-desk/court-order-form-page.tsx';
import { CourtOrdersPage } from '../features/privacy-desk/court-orders-page.tsx';
import { DeskLayout, DesksPage } from '../features/privacy-desk/desk-layout.tsx';
import { EmergenciesPage } from '../features/privacy-desk/emergencies-page.tsx';
import { EndCourtOrderPage } from '../features/privacy-desk/end-court-order-page.tsx';
import { FreezeCheckPage } from '../features/privacy-desk/freeze-check-page.tsx';
import { FreezeFlow } from '../features/privacy-desk/freeze-flow.tsx';
import { FreezeFormPage } from '../features/privacy-desk/freeze-form-page.tsx';
import { FreezesPage } from '../features/privacy-desk/freezes-page.tsx';
import { QuestionsPage } from '../features/privacy-desk/questions-page.tsx';
import { ConfirmFreezePage, LiftFreezePage } from '../features/privacy-desk/settle-freeze-pages.tsx';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import { ConsoleShell } from './console-shell.tsx';
import { useOfficesNav } from './offices-nav.ts';
import { NotFoundPage } from './team-layout.tsx';

function PrivacyScreens() {
  const viewer = useOutletContext<ProfessionalViewer>();
  return (
    <ConsoleShell nav={useOfficesNav(viewer)} account={<AccountLinks viewer={viewer} />}>
      <Outlet context={viewer} />
    </ConsoleShell>
  );
}

function DesksScreen() {
  return <DesksPage desks={useOutletContext<ProfessionalViewer>().privacyDesks} />;
}

function DeskScreens() {
  const { privacyDesks } = useOutletContext<ProfessionalViewer>();
  const { office: id } = useParams();
  const office = privacyDesks.find((one) => one.id === id);
  return office ? <DeskLayout office={office} /> : <NotFoundPage />;
}

/** The addresses of a privacy officer's desk. */
export const privacyRoutes = (
  <Route path="privacy" element={<PrivacyScreens />}>
    <Route index element={<DesksScreen />} />
    <Route path=":office" element={<DeskScreens />}>
      <Route path="emergencies" element={<EmergenciesPage />} />
      <Route path="questions" element={<QuestionsPage />} />
      <Route path="freezes" element={<FreezesPage />} />
      <Route path="freezes/new/:what" element={<FreezeFlow />}>
        <Route index element={<FreezeFormPage />} />
        <Route path="check" element={<FreezeCheckPage />} />
      </Route>
      <Route path="freezes/:freeze/confirm" element={<ConfirmFreezePage />} />
      <Route path="freezes/:freeze/lift" element={<LiftFreezePage />} />
      <Route path="court-orders" element={<CourtOrdersPage />} />
      <Route path="court-orders/new" element={<CourtOrderFlow />}>
        <Route index element={<CourtOrderFormPage />} />
        <Route path="check" element={<CourtOrderCheckPage />} />
      </Route>
      <Route path="court-orders/:order/end" element={<EndCourtOrderPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Route>
);
