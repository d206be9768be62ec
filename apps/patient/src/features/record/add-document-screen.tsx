import { useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  privacyLabels,
  Radios,
  TextInput,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { AttachFiles, useLabelMeaning, useLabelName } from '@heldwell/views';
import { MyRecord } from '../../my-record/index.ts';
import messages from './add-document.messages.json';
import { AddDocumentQuery } from './add-document-query.ts';
import record from './record.messages.json';
import { useAddDocument } from './use-add-document.ts';

function DocumentForm({ record: id }: { record: string }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const meaningOf = useLabelMeaning();
  const form = useAddDocument(id);
  const { values, set, faultOf } = form;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <AttachFiles
        id="files"
        chosen={form.chosen}
        label={t('add-document.choose')}
        error={faultOf('files')}
      />
      <TextInput
        id="title"
        label={t('add-document.name')}
        hint={t('add-document.name-hint')}
        error={faultOf('title')}
        maxLength={200}
        value={values.title}
        onChange={(event) => set('title', event.target.value)}
      />
      <DateInput
        id="date"
        legend={t('add-document.date')}
        hint={t('add-document.date-hint')}
        error={faultOf('date')}
        value={values.date}
        onChange={(date) => set('date', date)}
      />
      <Radios
        id="label"
        legend={t('add-document.label')}
        legendSize="m"
        hint={t('add-document.label-hint')}
        error={faultOf('label')}
        items={privacyLabels.map((one) => ({ value: one, label: nameOf(one), hint: meaningOf(one) }))}
        value={values.label ?? ''}
        onChange={(event) => set('label', event.target.value as PrivacyLabelName)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'add-document.adding' : 'add-document.add')}
      </Button>
    </form>
  );
}

/** Adds a letter, a scan or a picture of one's own to the record, under a label that is chosen. */
export function AddDocumentScreen() {
  const t = useT(messages);
  const recordT = useT(record);
  const answer = useScreenQuery(AddDocumentQuery, {});
  return (
    <Page
      title={t('add-document.title')}
      section={recordT('record.title')}
      before={<BackLink to="/record">{recordT('record.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('add-document.what')}>
        {({ id }) => <DocumentForm record={id} />}
      </MyRecord>
    </Page>
  );
}
