import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { ActionMenuItem } from '../actions/ActionMenuItem.tsx';
import { showCommands } from '../actions/showCommands.ts';
import { showShortcuts } from '../actions/showShortcuts.ts';
import { useText } from '../text/useText.ts';
import { type ColorSchemeChoice, useColorSchemeStore } from '../theme/colorScheme.ts';
import { Icon } from '../ui/Icon.tsx';

const choices: readonly ColorSchemeChoice[] = ['auto', 'light', 'dark'];

/** Theme and help, at the right of the top bar. */
export function SettingsMenu() {
	const { t } = useText();
	const choice = useColorSchemeStore((state) => state.choice);
	const choose = useColorSchemeStore((state) => state.choose);
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
				<Menu.Label>{t('theme.label')}</Menu.Label>
				{choices.map((entry) => (
					<Menu.Item
						key={entry}
						role="menuitemradio"
						aria-checked={entry === choice}
						rightSection={entry === choice ? <Icon name="check" size={14} /> : undefined}
						onClick={() => choose(entry)}
					>
						{t(`theme.${entry}`)}
					</Menu.Item>
				))}
				<Menu.Divider />
				<ActionMenuItem action={showCommands} />
				<ActionMenuItem action={showShortcuts} />
			</Menu.Dropdown>
		</Menu>
	);
}
