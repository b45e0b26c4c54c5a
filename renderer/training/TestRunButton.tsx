import { Button } from '@mantine/core';
import { useState } from 'react';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { useTrainingStore } from './trainingStore.ts';

/** Tries a run that ended without a test, such as a stopped one, on the test images. */
export function TestRunButton({ run }: { readonly run: string }) {
	const host = useHost();
	const { t } = useText();
	const [isTesting, setIsTesting] = useState(false);
	const test = (): void => {
		setIsTesting(true);
		host.evaluate
			.test({ run })
			.then((evaluation) => useTrainingStore.getState().noteEvaluation(run, evaluation), reportProblem)
			.finally(() => setIsTesting(false));
	};
	return (
		<Button h={28} size="xs" variant="default" loading={isTesting} onClick={test}>
			{t('training.result.test')}
		</Button>
	);
}
