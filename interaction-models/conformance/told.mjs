// How a check ends: a line for each fault, at last one that counts what was looked at; status 0, 1 with faults, 2 if it could not look.

/** Runs a check, an asynchronous function that gives { seen, faults }. */
export async function told(check) {
  try {
    const {seen, faults} = await check();
    faults.forEach((fault) => console.log(fault));
    console.log(`${seen}, ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } catch (fault) {
    console.error(fault.message);
    process.exitCode = 2;
  }
}
