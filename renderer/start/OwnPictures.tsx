import { Button } from '@mantine/core';
import { useState } from 'react';
import { digits } from '#shared/templates/template.ts';
import { leaveDocument, startDocument } from '../document/documentFiles.ts';
import { newDocumentId } from '../document/newId.ts';
import { useSampleImages } from '../glyph/sampleImages.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { choosePath } from '../shell/choosePath.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { folderDocument } from './folderDocument.ts';
import styles from './StartPage.module.css';

/** From a folder of pictures to a network that fits them. */
export function OwnPictures() {
	const { t } = useText();
	const host = useHost();
	const images = useSampleImages(digits, 4);
	const [isReading, setIsReading] = useState(false);
	const open = (): void => {
		startFromFolder(host, setIsReading)
			.catch((error: unknown) => reportProblem(error, 'start.pictures.problem'))
			.finally(() => setIsReading(false));
	};
	return (
		<section className={styles.own} aria-labelledby="start-pictures">
			<div className={styles.samples} aria-hidden>
				{images.map((image, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the same pictures stand in the same order.
					<img key={index} src={image} alt="" />
				))}
			</div>
			<h2 id="start-pictures">{t('start.pictures.title')}</h2>
			<p>{t('start.pictures.text')}</p>
			<Button size="xs" h={32} fz={13} leftSection={<Icon name="folder" />} loading={isReading} onClick={open}>
				{t('start.pictures.open')}
			</Button>
		</section>
	);
}

async function startFromFolder(host: Host, onReading: (isReading: boolean) => void): Promise<void> {
	const path = await choosePath(host, 'folder');
	if (path === null) return;
	onReading(true);
	const description = await host.datasets.describe({ reference: { kind: 'folder', path, size: null } });
	if (!(await leaveDocument(host))) return;
	startDocument(folderDocument(description, newDocumentId()));
	useViewStore.getState().set({ inspectorTab: 'data' });
}
