import { Icon, type IconName } from "../shell/icons";
import { closeDrawer } from "../shell/layout";
import { onLinkClick, openPage, type PageName } from "../state/route";

interface Props {
  name: PageName;
  icon: IconName;
}

export function PageLink({ name, icon }: Props) {
  const path = `/${name.toLowerCase()}`;
  return (
    <a
      class="new-chat"
      href={path}
      aria-current={openPage.value === name ? "page" : undefined}
      onClick={(event) => onLinkClick(event, path) && closeDrawer()}
    >
      <Icon name={icon} />
      {name}
    </a>
  );
}
