import { Button, Modal, SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { type PictureTheme, pictureThemes } from '#shared/picture/palette.ts';
import { message } from '#shared/text/message.ts';
import { forHost } from '../document/wire.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { currentFormatter, useText } from '../text/useText.ts';
import { downloadFile, fileNameOf } from '../ui/download.ts';
import { decodePixels } from '../ui/pixels.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import styles from './PictureDialog.module.css';
import { type NetworkPicture, usePicture } from './usePicture.ts';

const formats = ['svg', 'png', 'pdf'] as const;
type Format = (typeof formats)[number];
const scales = ['1', '2', '4'] as const;
const types: Readonly<Record<Format, string>> = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' };

/** Takes a picture of the network away for a report, with a preview of what the file will show. */
export function PictureDialog() {
	const { t } = useText();
	const host = useHost();
	const [format, setFormat] = useState<Format>('svg');
	const [theme, setTheme] = useState<PictureTheme>('light');
	const [scale, setScale] = useState('2');
	const [hasTitle, setHasTitle] = useState(true);
	const selection = useViewStore((state) => state.selection);
	const [isSelection, setIsSelection] = useState(false);
	const [isBusy, setIsBusy] = useState(false);
	const only = isSelection ? selection : undefined;
	const picture = usePicture({ theme, hasTitle, ...(only ? { only } : {}) });
	const close = (): void => useViewStore.getState().set({ dialog: null });
	if (!picture) return null;
	const { width, height } = picture.drawing;
	const pixels = format === 'png' ? Number(scale) : 1;
	const submit = (): void => {
		setIsBusy(true);
		save(host, picture, { format, theme, hasTitle, scale: pixels, only: only ? [...only] : null })
			.then(close, reportProblem)
			.finally(() => setIsBusy(false));
	};
	return (
		<Modal opened centered size={960} title={t('picture.title')} closeButtonProps={{ 'aria-label': t('picture.close') }} onClose={close}>
			<div className={styles.body}>
				<figure className={styles.preview} style={{ background: picture.drawing.background }}>
					<img
						src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
						alt={t('picture.preview', { name: picture.document.name })}
					/>
				</figure>
				<div className={styles.choices}>
					<Choice
						label={t('picture.format')}
						value={format}
						values={formats}
						word={(value) => t(`picture.format.${value}`)}
						onChange={setFormat}
					/>
					<p className={styles.help}>{t(`picture.format.${format}.help`)}</p>
					<Choice
						label={t('picture.theme')}
						value={theme}
						values={pictureThemes}
						word={(value) => t(`picture.theme.${value}`)}
						onChange={setTheme}
					/>
					{format === 'png' ? (
						<Choice label={t('picture.scale')} value={scale} values={scales} word={(value) => `${value}×`} onChange={setScale} />
					) : null}
					<Switch label={t('picture.hasTitle')} checked={hasTitle} onChange={(event) => setHasTitle(event.currentTarget.checked)} />
					<Switch
						label={t('picture.selection')}
						disabled={selection.size === 0}
						checked={isSelection}
						onChange={(event) => setIsSelection(event.currentTarget.checked)}
					/>
					<p className={styles.size}>
						{t(`picture.size.${format}`, { width: Math.round(width * pixels), height: Math.round(height * pixels) })}
					</p>
					<footer className={styles.foot}>
						<Button variant="default" onClick={close}>
							{t('picture.cancel')}
						</Button>
						<Button loading={isBusy} onClick={submit}>
							{t('picture.save', { format: message(`picture.format.${format}`) })}
						</Button>
					</footer>
				</div>
			</div>
		</Modal>
	);
}

function Choice<Value extends string>({
	label,
	value,
	values,
	word,
	onChange,
}: {
	readonly label: string;
	readonly value: Value;
	readonly values: readonly Value[];
	readonly word: (value: Value) => string;
	readonly onChange: (value: Value) => void;
}) {
	return (
		<fieldset className={styles.choice}>
			<legend>{label}</legend>
			<SegmentedControl
				fullWidth
				size="sm"
				aria-label={label}
				value={value}
				data={values.map((each) => ({ value: each, label: word(each) }))}
				onChange={(chosen) => onChange(values.find((each) => each === chosen) ?? value)}
			/>
		</fieldset>
	);
}

type Request = Omit<Parameters<Host['pictures']['render']>[0], 'document' | 'format'> & { readonly format: Format };

async function save(host: Host, { document, svg }: NetworkPicture, { format, ...options }: Request): Promise<void> {
	const name = `${fileNameOf(document.name)}.${format}`;
	const data =
		format === 'svg' ? svg : decodePixels((await host.pictures.render({ document: forHost(document), format, ...options })).data);
	downloadFile(name, types[format], data);
	announce(currentFormatter().text(message('picture.saved', { name })));
}
