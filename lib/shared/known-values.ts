/** How many values of a field a page is given at once; a list that long may have been cut. */
export const KNOWN_VALUES_PER_FIELD = 120;
