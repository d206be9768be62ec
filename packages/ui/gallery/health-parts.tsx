import { TrendChart } from '../src/charts/index.ts';
import {
  ConsentBanner,
  NhsNumber,
  NumberLine,
  Phone,
  PrivacyLabelList,
  PrivacyLabelTag,
} from '../src/index.ts';

const points = [4.1, 4.4, 5.6, 4.9, 5.1, 3.2, 4.0].map((value, index) => ({
  id: String(index),
  at: `202${Math.floor(index / 2) + 3}-0${index + 1}-14`,
  value,
}));

/** Parts that show health values and sharing. */
export function HealthParts() {
  return (
    <>
      <h2>Values</h2>
      <NumberLine value={4.4} unit="mmol/L" low={3.5} high={5.3} />
      <NumberLine value={9.8} unit="mmol/L" low={3.5} high={5.3} />
      <NumberLine value={3} unit="mg/L" high={5} />
      <NumberLine value={3} unit="mg/L" />
      <h3>Potassium</h3>
      <TrendChart name="Potassium" unit="mmol/L" points={points} low={3.5} high={5.3} />
      <h2>People and sharing</h2>
      <p>
        <NhsNumber digits="4857773456" labelled /> <Phone number="07700 900362" />
      </p>
      <p>
        <PrivacyLabelTag label="MENTAL_HEALTH" />
      </p>
      <PrivacyLabelList labels={['GENERAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH', 'SOCIAL_CARE']} />
      <br />
      <ConsentBanner heading="Community team" labels={['GENERAL']} until={null} basis="Your choice">
        <a href="#change">Change</a>
      </ConsentBanner>
      <ConsentBanner heading="Old team" labels={[]} stopped />
    </>
  );
}
