// Reads metrics as Prometheus does and lints them as "promtool check metrics" does, which calls the same package.
package main

import (
	"fmt"
	"os"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
)

func main() {
	failed := false
	for _, path := range os.Args[1:] {
		file, err := os.Open(path)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		problems, err := promlint.New(file).Lint()
		file.Close()
		if err != nil {
			fmt.Printf("%s: %v\n", path, err)
			failed = true
		}
		for _, problem := range problems {
			fmt.Printf("%s: %s: %s\n", path, problem.Metric, problem.Text)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}
