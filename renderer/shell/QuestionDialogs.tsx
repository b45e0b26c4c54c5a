import { Button, Group, Modal, Text } from '@mantine/core';
import { useText } from '../text/useText.ts';
import type { DialogQuestion } from './dialogStore.ts';

type QuestionOf<Kind extends DialogQuestion['kind']> = Extract<DialogQuestion, { readonly kind: Kind }>;

/** Asks what to do with changes that are in no file, before the document is left. */
export function UnsavedDialog({ question }: { readonly question: QuestionOf<'unsaved'> }) {
	const { t } = useText();
	return (
		<Modal
			opened
			onClose={() => question.answer('cancel')}
			title={t('dialog.unsaved.title', { name: question.name })}
			closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
			centered
		>
			<Text>{t('dialog.unsaved.text')}</Text>
			<Group justify="flex-end" mt="lg" gap="sm">
				<Button variant="default" mr="auto" onClick={() => question.answer('discard')}>
					{t('dialog.unsaved.discard')}
				</Button>
				<Button variant="default" onClick={() => question.answer('cancel')}>
					{t('dialog.cancel')}
				</Button>
				<Button data-autofocus onClick={() => question.answer('save')}>
					{t('dialog.unsaved.save')}
				</Button>
			</Group>
		</Modal>
	);
}

/** Asks before a file of the same name is replaced. */
export function OverwriteDialog({ question }: { readonly question: QuestionOf<'overwrite'> }) {
	const { t } = useText();
	return (
		<Modal
			opened
			onClose={() => question.answer(false)}
			title={t('dialog.overwrite.title')}
			closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
			centered
		>
			<Text>{t('dialog.overwrite.text', { path: question.path })}</Text>
			<Group justify="flex-end" mt="lg" gap="sm">
				<Button variant="default" data-autofocus onClick={() => question.answer(false)}>
					{t('dialog.cancel')}
				</Button>
				<Button onClick={() => question.answer(true)}>{t('dialog.overwrite.replace')}</Button>
			</Group>
		</Modal>
	);
}
