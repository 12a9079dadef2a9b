import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { recordsText as text } from './records.text';

/** From the settings to the signed records. */
export function RecordsLink() {
  return (
    <div className={layout.stack}>
      <p>{text.link}</p>
      <div className={layout.row}>
        <ButtonLink to="/settings/records">{text.linkAct}</ButtonLink>
      </div>
    </div>
  );
}
