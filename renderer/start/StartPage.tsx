import { Button } from '@mantine/core';
import type { Action } from '../actions/action.ts';
import { useKeys } from '../actions/keymap.ts';
import { keyCaps } from '../actions/keyText.ts';
import { newDocument } from '../actions/newDocument.ts';
import { findAction } from '../actions/registry.ts';
import { useRunAction } from '../actions/useAction.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { Backbones } from './Backbones.tsx';
import { OwnPictures } from './OwnPictures.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import styles from './StartPage.module.css';
import { TemplateCards } from './TemplateCards.tsx';

/** First page: a network that is known to work, an empty canvas, one's own pictures, or what was open before. All of it works offline. */
export function StartPage() {
	const { t } = useText();
	const run = useRunAction();
	return (
		<div className={styles.page}>
			<section className={styles.templates} aria-labelledby="start-templates">
				<h1>{t('start.title')}</h1>
				<p className={styles.lead}>{t('start.lead')}</p>
				<header className={styles.head}>
					<h2 id="start-templates">{t('start.templates')}</h2>
					<Button variant="default" size="xs" h={28} leftSection={<Icon name="plus" size={14} />} onClick={() => run(newDocument)}>
						{t('start.empty')}
					</Button>
				</header>
				<TemplateCards />
			</section>
			<aside className={styles.side} aria-label={t('start.yours')}>
				<OwnPictures />
				<Backbones />
				<RecentFiles />
				<footer className={styles.foot}>
					<KeyHint action="showShortcuts" />
					<KeyHint action="showCommands" />
				</footer>
			</aside>
		</div>
	);
}

/** A command that is worth knowing from the first minute, with its key. */
function KeyHint({ action: name }: { readonly action: string }) {
	const action = findAction(name);
	return action ? <HintButton action={action} /> : null;
}

function HintButton({ action }: { readonly action: Action }) {
	const { t } = useText();
	const run = useRunAction();
	const [key] = useKeys(action);
	return (
		<button type="button" className={styles.hint} onClick={() => run(action)}>
			{t(`action.${action.name}.label`)}
			{key ? <kbd>{keyCaps(key).join(' ')}</kbd> : null}
		</button>
	);
}
