import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { settingsText as text } from './settings.text';

/** From the settings to those of the public page. */
export function PublicPageLink() {
  return (
    <div className={layout.stack}>
      <p>{text.link.text}</p>
      <div className={layout.row}>
        <ButtonLink to="/settings/public">{text.link.act}</ButtonLink>
      </div>
    </div>
  );
}
