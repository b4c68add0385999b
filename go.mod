module rectify

go 1.26.0
