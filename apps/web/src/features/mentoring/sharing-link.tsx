import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { sharingActsText } from './sharing-acts.text';

const text = sharingActsText.page;

/** From the settings to what one shares. */
export function SharingLink() {
  return (
    <div className={layout.stack}>
      <p>{text.link}</p>
      <div className={layout.row}>
        <ButtonLink to="/settings/sharing">{text.linkAct}</ButtonLink>
      </div>
    </div>
  );
}
