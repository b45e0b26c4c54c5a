import { ActionIconButton } from '../actions/ActionIconButton.tsx';
import { redo } from '../actions/redo.ts';
import { undo } from '../actions/undo.ts';
import { ProblemsChip } from '../problems/ProblemsChip.tsx';
import { useText } from '../text/useText.ts';
import { EngineChip } from '../training/EngineChip.tsx';
import { TrainButton } from '../training/TrainButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { DocumentName } from './DocumentName.tsx';
import { MainMenu } from './MainMenu.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import styles from './TopBar.module.css';

/** What the window is about, and the way from building to training. */
export function TopBar() {
	return useViewStore((state) => state.page) === 'start' ? <StartBar /> : <CanvasBar />;
}

function CanvasBar() {
	return (
		<header className={styles.bar}>
			<div className={styles.side}>
				<MainMenu />
				<span className={styles.rule} />
				<DocumentName />
				<span className={styles.rule} />
				<div className={styles.group}>
					<ActionIconButton action={undo} icon="undo" />
					<ActionIconButton action={redo} icon="redo" />
				</div>
			</div>
			<ModeSwitch />
			<div className={`${styles.side} ${styles.end}`}>
				<ProblemsChip />
				<EngineChip />
				<SettingsMenu />
				<TrainButton />
			</div>
		</header>
	);
}

function StartBar() {
	const { t } = useText();
	return (
		<header className={styles.bar}>
			<div className={styles.side}>
				<MainMenu title={t('shell.program')} />
			</div>
			<div className={`${styles.side} ${styles.end}`}>
				<span className={styles.local}>
					<Icon name="lock" size={14} />
					{t('shell.local')}
				</span>
				<EngineChip />
				<SettingsMenu />
			</div>
		</header>
	);
}
