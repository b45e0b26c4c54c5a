import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import 'reactflow/dist/style.css';
import './theme/tokens.css';
import './theme/global.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectHost } from './host/connect.ts';
import { startSession } from './shell/startSession.ts';
import { watchLanguage } from './text/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const host = connectHost();
const session = startSession(host);
// The first paint is in the chosen language already: its words lie beside the page.
watchLanguage(host).finally(() => {
	createRoot(root).render(
		<StrictMode>
			<App host={host} session={session} />
		</StrictMode>,
	);
});
