package format

// Columns name the columns of a table, or the keys of JSON.
type Columns struct {
	// Target is the English, Source the Chinese that it renders; "" for the ones
	// that are known by their names.
	Target, Source string
}
