import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { themes } from '#shared/preferences/preferences.ts';
import { ActionMenuItem } from '../actions/ActionMenuItem.tsx';
import { showCommands } from '../actions/showCommands.ts';
import { showPreferences } from '../actions/showPreferences.ts';
import { showShortcuts } from '../actions/showShortcuts.ts';
import { useHost } from '../host.ts';
import { changePreferences, usePreferencesStore } from '../preferences/preferencesStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';

/** Theme and help, at the right of the top bar. */
export function SettingsMenu() {
	const { t } = useText();
	const host = useHost();
	const theme = usePreferencesStore((state) => state.theme);
	return (
		<Menu position="bottom-end" width={220} shadow="md" offset={4}>
			<Menu.Target>
				<Tooltip label={t('shell.settings')} openDelay={400}>
					<ActionIcon variant="subtle" color="var(--text-2)" size={28} radius={6} aria-label={t('shell.settings')}>
						<Icon name="gear" />
					</ActionIcon>
				</Tooltip>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>{t('preferences.theme')}</Menu.Label>
				{themes.map((entry) => (
					<Menu.Item
						key={entry}
						role="menuitemradio"
						aria-checked={entry === theme}
						rightSection={entry === theme ? <Icon name="check" size={14} /> : undefined}
						onClick={() => void changePreferences(host, { theme: entry })}
					>
						{t(`preferences.theme.${entry}`)}
					</Menu.Item>
				))}
				<Menu.Divider />
				<ActionMenuItem action={showPreferences} />
				<ActionMenuItem action={showCommands} />
				<ActionMenuItem action={showShortcuts} />
			</Menu.Dropdown>
		</Menu>
	);
}
