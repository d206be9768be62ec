import { useScreenQuery } from '@heldwell/client';
import {
  Button,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  privacyLabels,
  Radios,
  Select,
  Textarea,
  TextInput,
  usePrivacyLabelName,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { type Done, DoneBanner } from '../../done-banner/done-banner.tsx';
import { LogoForm } from './logo-form.tsx';
import messages from './organisation.messages.json';
import { type Brand, ChangeOrganisation, OrganisationBrandQuery } from './organisation-documents.ts';
import { Gone, useOrganisationPlace } from './organisation-layout.tsx';
import { useAct } from './use-act.ts';

const never = [] as const;
const longestName = 60;
const longestWelcome = 1000;

type Values = { serviceName: string; welcome: string; ownCheck: string; label: string };

function useBrandForm(brand: Brand) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { run } = useAct(ChangeOrganisation);
  return useCheckedForm<Values>({
    initial: {
      serviceName: brand.serviceName ?? '',
      welcome: brand.welcome ?? '',
      ownCheck: brand.asksOwnCheck ? 'yes' : 'no',
      label: brand.defaultLabel,
    },
    check: ({ serviceName, welcome }) => {
      const faults: Faults<Values> = {};
      if (serviceName.trim().length > longestName)
        faults.serviceName = t('brand.long', { count: longestName });
      if (welcome.trim().length > longestWelcome) faults.welcome = t('brand.long', { count: longestWelcome });
      return faults;
    },
    send: async ({ serviceName, welcome, ownCheck, label }) => {
      const input = {
        organisation: brand.id,
        serviceName: serviceName.trim() || null,
        welcome: welcome.trim() || null,
        asksOwnCheck: ownCheck === 'yes',
        defaultLabel: label as PrivacyLabelName,
      };
      const refusal = await run({ input });
      if (!refusal) await navigate('.', { replace: true, state: { done: t('org.saved') } satisfies Done });
      return refusal;
    },
  });
}

function BrandForm({ brand }: { brand: Brand }) {
  const t = useT(messages);
  const labelName = usePrivacyLabelName();
  const { values, set, faultOf, ...form } = useBrandForm(brand);
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        id="serviceName"
        label={t('brand.service')}
        hint={t('brand.service-hint')}
        error={faultOf('serviceName')}
        width={20}
        value={values.serviceName}
        onChange={({ target }) => set('serviceName', target.value)}
      />
      <Textarea
        id="welcome"
        label={t('brand.welcome')}
        hint={t('brand.welcome-hint')}
        error={faultOf('welcome')}
        value={values.welcome}
        onChange={({ target }) => set('welcome', target.value)}
      />
      <Radios
        id="ownCheck"
        legend={t('brand.own-check')}
        hint={t('brand.own-check-hint')}
        items={[
          { value: 'no', label: t('org.no') },
          { value: 'yes', label: t('org.yes') },
        ]}
        value={values.ownCheck}
        onChange={({ target }) => set('ownCheck', target.value)}
      />
      <Select
        id="label"
        label={t('brand.label')}
        hint={t('brand.label-hint')}
        options={[...privacyLabels, ...(values.label === 'UNLABELLED' ? ['UNLABELLED' as const] : [])].map(
          (value) => ({ value, label: labelName(value as PrivacyLabelName) }),
        )}
        value={values.label}
        onChange={({ target }) => set('label', target.value)}
      />
      <Button busy={form.sending}>{t(form.sending ? 'org.saving' : 'org.save')}</Button>
    </form>
  );
}

/** What greets those an organisation invites, and how it works with records. */
export function BrandPage() {
  const t = useT(messages);
  const { organisation } = useOrganisationPlace();
  const query = useScreenQuery(OrganisationBrandQuery, { id: organisation.id }, { on: never });
  return (
    <Page title={t('org.brand')} section={t('org.title')} caption={organisation.name} before={<DoneBanner />}>
      <p>{t('brand.intro')}</p>
      <Answer to={query} what={t('brand.what')}>
        {({ staffOrganisation: brand }) =>
          brand ? (
            <>
              <LogoForm brand={brand} />
              <BrandForm brand={brand} />
            </>
          ) : (
            <Gone part="org" />
          )
        }
      </Answer>
    </Page>
  );
}
