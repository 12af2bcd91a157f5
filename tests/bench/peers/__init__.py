"""What people write instead, each as short as its library's own examples."""
