import { ManagedPage } from '../features/sharing/managed-page.tsx';
import { ChooseSharePage, InvitePage, ShareTeamPage } from '../features/sharing/share-pages.tsx';
import { usePlace } from './person-layout.tsx';

/** Whose sharing the screens are about. */
function useWhose() {
  const { person, name, path } = usePlace();
  return { record: person.id, name, path };
}

export const ManagedScreen = () => <ManagedPage {...useWhose()} />;
export const ChooseShareScreen = () => <ChooseSharePage {...useWhose()} />;
export const InviteCarerScreen = () => <InvitePage kind="CARER" {...useWhose()} />;
export const InviteProfessionalScreen = () => <InvitePage kind="PROFESSIONAL" {...useWhose()} />;
export const ShareTeamScreen = () => <ShareTeamPage {...useWhose()} />;
