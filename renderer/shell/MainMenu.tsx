import { Menu, UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import { ActionMenuItem } from '../actions/ActionMenuItem.tsx';
import type { ActionGroup } from '../actions/action.ts';
import { actions } from '../actions/registry.ts';
import { useText } from '../text/useText.ts';
import { Logo } from './Logo.tsx';
import styles from './TopBar.module.css';

const sections: readonly ActionGroup[] = ['file', 'edit', 'network', 'arrange', 'view', 'help'];

/** Everything in one menu behind the mark of the program; nested by what the actions are about. */
export function MainMenu({ title }: { readonly title?: string }) {
	const { t } = useText();
	return (
		<Menu position="bottom-start" width={240} shadow="md" offset={4}>
			<Menu.Target>
				<UnstyledButton className={styles.logo} aria-label={t('shell.menu.label')}>
					<Logo />
					{title}
				</UnstyledButton>
			</Menu.Target>
			<Menu.Dropdown>
				{sections.map((section) => (
					<Fragment key={section}>
						{section === 'file' || section === 'help' ? (
							<>
								{section === 'help' ? <Menu.Divider /> : null}
								{actions
									.filter((action) => action.group === section)
									.map((action) => (
										<ActionMenuItem key={action.name} action={action} />
									))}
								{section === 'file' ? <Menu.Divider /> : null}
							</>
						) : (
							<Menu.Sub>
								<Menu.Sub.Target>
									<Menu.Sub.Item>{t(`action.group.${section}`)}</Menu.Sub.Item>
								</Menu.Sub.Target>
								<Menu.Sub.Dropdown>
									{actions
										.filter(
											(action) =>
												action.group === section || (section === 'network' && (action.group === 'add' || action.group === 'train')),
										)
										.map((action) => (
											<ActionMenuItem key={action.name} action={action} />
										))}
								</Menu.Sub.Dropdown>
							</Menu.Sub>
						)}
					</Fragment>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
