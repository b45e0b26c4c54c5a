import { ActionIcon, Button, Menu } from '@mantine/core';
import { templates } from '#shared/templates/templates.ts';
import { addLayer } from '../actions/addLayer.ts';
import { useIsEnabled } from '../actions/useAction.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { insertTemplate } from './insertTemplate.ts';
import styles from './TemplateMenu.module.css';

/** Whole networks to put on the canvas. */
export function TemplateMenu({ look = 'button' }: { readonly look?: 'button' | 'wide' | 'icon' }) {
	const { t, format } = useText();
	const isEnabled = useIsEnabled(addLayer);
	return (
		<Menu width={280} position="top-start" shadow="md" offset={4}>
			<Menu.Target>
				{look === 'icon' ? (
					<ActionIcon
						variant="subtle"
						color="var(--text-2)"
						size={28}
						disabled={!isEnabled}
						aria-label={t('palette.template')}
						title={t('palette.template')}
					>
						<Icon name="star" />
					</ActionIcon>
				) : (
					<Button variant="default" fullWidth={look === 'wide'} disabled={!isEnabled} leftSection={<Icon name="star" size={14} />}>
						{t('palette.template')}
					</Button>
				)}
			</Menu.Target>
			<Menu.Dropdown>
				{templates.map((template) => (
					<Menu.Item key={template.name} onClick={() => insertTemplate(template)}>
						{format.text(template.title)}
						<small className={styles.summary}>{format.text(template.summary)}</small>
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
