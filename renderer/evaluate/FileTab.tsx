import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import type { TensorShape } from '#shared/tensor/shape.ts';
import { readPicture } from '../pictures/readPicture.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { toWire } from '../ui/pixels.ts';
import { useEvaluateStore } from './evaluateStore.ts';
import styles from './TryPanel.module.css';

/** Asks the network about any picture: dropped or chosen. It never leaves the machine. */
export function FileTab({ inputShape }: { readonly inputShape: TensorShape | null }) {
	const { t, format } = useText();
	const pick = useEvaluateStore((state) => state.pick);
	const [isOver, setIsOver] = useState(false);
	const [status, setStatus] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(null);
	const open = async (file: File | null | undefined): Promise<void> => {
		if (!file) return;
		const read = await readPicture(file);
		if (!read) {
			setStatus({ text: t('evaluate.file.unreadable', { name: file.name }), isProblem: true });
			return;
		}
		setStatus({ text: t('evaluate.file.name', { name: file.name, width: read.width, height: read.height }), isProblem: false });
		pick({ kind: 'file', name: file.name, pixels: toWire(read.picture) });
	};
	const drop = (event: DragEvent): void => {
		event.preventDefault();
		setIsOver(false);
		void open(event.dataTransfer.files[0]);
	};
	return (
		<div className={styles.pad}>
			<section
				className={styles.drop}
				data-over={isOver || undefined}
				aria-label={t('evaluate.file.drop')}
				onDragOver={(event) => {
					event.preventDefault();
					setIsOver(true);
				}}
				onDragLeave={() => setIsOver(false)}
				onDrop={drop}
			>
				<Icon name="input" size={24} />
				<span>{t('evaluate.file.drop')}</span>
				<FileButton accept="image/png,image/jpeg,image/webp,image/gif,image/bmp" onChange={(file) => void open(file)}>
					{(props) => (
						<Button {...props} h={28} size="xs" variant="default">
							{t('evaluate.file.choose')}
						</Button>
					)}
				</FileButton>
			</section>
			{status ? (
				<p className={styles.note} data-problem={status.isProblem || undefined} role="status">
					{status.text}
				</p>
			) : null}
			<p className={styles.note}>{t('evaluate.file.note', { shape: inputShape ? format.shape(inputShape) : '?' })}</p>
		</div>
	);
}
