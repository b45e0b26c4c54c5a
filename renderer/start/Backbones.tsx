import { useEffect, useState } from 'react';
import { leaveDocument, startDocument } from '../document/documentFiles.ts';
import { newDocumentId } from '../document/newId.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { tryStartWeights } from '../training/startWeights.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './StartPage.module.css';

type Backbone = Awaited<ReturnType<Host['documents']['backbones']>>[number];

/** Networks that come trained: to try at once, and to learn other classes from a few pictures. */
export function Backbones() {
	const { t, format } = useText();
	const host = useHost();
	const [backbones, setBackbones] = useState<readonly Backbone[]>([]);
	useEffect(() => {
		host.documents.backbones().then(setBackbones, reportProblem);
	}, [host]);
	if (backbones.length === 0) return null;
	return (
		<section className={styles.recent} aria-labelledby="start-backbones">
			<header className={styles.head}>
				<h2 id="start-backbones">{t('start.backbones')}</h2>
			</header>
			<p className={styles.none}>{t('start.backbones.text')}</p>
			<ul className={styles.files}>
				{backbones.map(({ name, weights, classes, accuracy }) => (
					<li key={name}>
						<div className={styles.file}>
							<button type="button" className={styles.open} onClick={() => void open(host, name).catch(reportProblem)}>
								<span className={styles.icon}>
									<Icon name="star" />
								</span>
								<span className={styles.name}>
									<b>{t(`start.backbone.${name}`)}</b>
									<span>
										{t('start.backbone.facts', {
											classes: classes.length,
											weights: format.count(weights),
											accuracy: accuracy === null ? '–' : format.percent(accuracy, 0),
										})}
									</span>
								</span>
							</button>
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}

async function open(host: Host, name: string): Promise<void> {
	const { document } = await host.documents.openBackbone({ name, id: newDocumentId() });
	if (!(await leaveDocument(host))) return;
	startDocument(document);
	await tryStartWeights(host, document);
}
