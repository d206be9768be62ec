import { ButtonLink } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ProviderProblemPage, providerProblem } from '@heldwell/views';
import { useParams } from 'react-router';
import messages from './sign-in.messages.json';

/** Why signing in by an organisation's own sign-in did not work, and the way on. */
export function ProblemPage() {
  const t = useT(messages);
  const { why } = useParams();
  return (
    <ProviderProblemPage why={providerProblem(why)}>
      <p>
        <ButtonLink to="/sign-in">{t('sign-in-page.to-ways')}</ButtonLink>
      </p>
    </ProviderProblemPage>
  );
}
