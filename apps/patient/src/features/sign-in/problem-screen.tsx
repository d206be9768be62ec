import { ButtonLink, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ProviderProblemPage, providerProblem } from '@heldwell/views';
import { useParams } from 'react-router';
import messages from './sign-in.messages.json';

/** Why signing in through somebody else did not work, and the ways on. */
export function ProblemScreen() {
  const t = useT(messages);
  const { why } = useParams();
  return (
    <ProviderProblemPage why={providerProblem(why)}>
      <p>
        <ButtonLink to="/sign-in">{t('sign-in.to-ways')}</ButtonLink>
      </p>
      <p>
        <Link to="/help">{t('sign-in.to-help')}</Link>
      </p>
    </ProviderProblemPage>
  );
}
