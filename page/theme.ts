/** Light or dark as the system has it, until the button says otherwise. */
export function openTheme(button: HTMLButtonElement): void {
	const system = matchMedia('(prefers-color-scheme: dark)');
	let chosen: boolean | null = null;
	const show = (): void => {
		const isDark = chosen ?? system.matches;
		document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
		button.setAttribute('aria-pressed', String(isDark));
	};
	system.addEventListener('change', show);
	button.addEventListener('click', () => {
		chosen = !(chosen ?? system.matches);
		show();
	});
	show();
}
