package format

import (
	"rectify/internal/office"
)

// officeFormats are the formats of office programs.
func officeFormats() []fileFormat {
	var all []fileFormat
	for _, k := range office.Kinds {
		all = append(all, fileFormat{k.Extensions, officeReader(k), k.Data})
	}
	return all
}

func officeReader(kind *office.Kind) reader {
	return func(path string, data []byte, _ Options) (*File, error) {
		f, err := kind.Read(path, data)
		if err != nil {
			return nil, err
		}
		labels(f.Document)
		return &File{Document: f.Document, Data: data, Office: f, pack: f.Pack}, nil
	}
}
