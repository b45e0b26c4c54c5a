/** Tabs by mouse and arrow keys, after the pattern of the ARIA Authoring Practices. */
export function openTabs(onChange: (tab: string) => void): void {
	const tabs = [...document.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
	const choose = (chosen: HTMLButtonElement): void => {
		for (const tab of tabs) {
			const isChosen = tab === chosen;
			tab.setAttribute('aria-selected', String(isChosen));
			tab.tabIndex = isChosen ? 0 : -1;
			document.getElementById(tab.getAttribute('aria-controls') ?? '')?.toggleAttribute('hidden', !isChosen);
		}
		onChange(chosen.dataset.tab ?? '');
	};
	for (const [place, tab] of tabs.entries()) {
		tab.addEventListener('click', () => choose(tab));
		tab.addEventListener('keydown', (event) => {
			const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
			const next = tabs[(place + step + tabs.length) % tabs.length];
			if (step === 0 || !next) return;
			event.preventDefault();
			next.focus();
			choose(next);
		});
	}
}
