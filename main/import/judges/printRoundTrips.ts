import { writeRoundTrips } from './roundTrips.ts';

await writeRoundTrips((line) => process.stdout.write(`${line}\n`), process.argv.includes('--large'));
