import { useLocation, useNavigate } from 'react-router';

/**
 * Steps of a way in, each with an address of its own, so that the browser's own "back" goes back one question. What was
 * said lives in this tab: whoever comes to a later step with nothing said begins at the first.
 */
export function useSteps<Step extends string>(steps: readonly [Step, ...Step[]]) {
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const named = new URLSearchParams(search).get('step') as Step | null;
  const step = named && steps.includes(named) ? named : steps[0];
  const addressOf = (to: Step) => {
    const params = new URLSearchParams(search);
    params.set('step', to);
    return `${pathname}?${params}`;
  };
  return {
    step,
    addressOf,
    go: (to: Step, options: { replace?: boolean } = {}) =>
      void navigate(addressOf(to), { ...options, state: state as unknown }),
  };
}
